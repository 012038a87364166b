package io.qpy.sandbox.cloud;

import java.util.LinkedHashMap;
import java.util.Map;

/** A shadow for each device that has asked for one. Reactor's thread only. */
public final class Shadows {
    private static final int CAPACITY = 10_000;

    private final Map<DeviceId, Shadow> shadows = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<DeviceId, Shadow> eldest) {
            return size() > CAPACITY;
        }
    };

    public Shadow of(DeviceId id) {
        return shadows.computeIfAbsent(id, unused -> new Shadow());
    }
}
