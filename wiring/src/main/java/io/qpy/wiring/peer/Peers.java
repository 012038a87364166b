package io.qpy.wiring.peer;

import io.qpy.device.Device;
import io.qpy.device.Part;
import io.qpy.runtime.QpyRuntime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The peers in Python around one device. */
public final class Peers implements Part {
    private final Device device;
    private final List<PythonPeer> all = new ArrayList<>();
    private final Map<String, PythonPeer> shared = new HashMap<>();

    public Peers(Device device) {
        this.device = device;
    }

    /**
     * A peer.
     *
     * @param runtime what it runs in
     * @param name connections of the same name are to one peer; null for a peer of its own
     */
    public synchronized PythonPeer get(QpyRuntime runtime, PeerScript script, String name) {
        PythonPeer peer = name == null ? null : shared.get(name);
        if (peer == null) {
            peer = new PythonPeer(runtime, script, device);
            all.add(peer);
            shared.put(name, peer);
        }
        return peer;
    }

    private synchronized List<PythonPeer> all() {
        return List.copyOf(all);
    }

    /** A peer is fresh for each test. */
    @Override
    public Runnable snapshot() {
        List<Runnable> undo = all().stream().map(PythonPeer::snapshot).toList();
        return () -> undo.forEach(Runnable::run);
    }

    @Override
    public void close() {
        all().forEach(PythonPeer::renew);
    }
}
