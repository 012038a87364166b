package io.qpy.sandbox.cloud;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The devices that have logged in behind one gateway's connection; their topics are the connection's too. Reactor's thread only. */
public final class SubDevices {
    /** Alibaba's limit for one gateway. */
    private static final int MOST = 1500;

    private final Set<DeviceId> online = new LinkedHashSet<>();

    /** False where there are too many. */
    public boolean add(DeviceId id) {
        return online.contains(id) || (online.size() < MOST && online.add(id));
    }

    public void remove(DeviceId id) {
        online.remove(id);
    }

    public Stream<DeviceId> all() {
        return Set.copyOf(online).stream();
    }
}
