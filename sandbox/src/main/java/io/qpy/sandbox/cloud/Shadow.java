package io.qpy.sandbox.cloud;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a device reported last and what it is wanted to be. */
public final class Shadow {
    private final Map<String, Object> reported = new LinkedHashMap<>();
    private final Map<String, Object> desired = new LinkedHashMap<>();
    private int version;

    public int version() {
        return version;
    }

    public Map<String, Object> state() {
        return Json.of("reported", new LinkedHashMap<>(reported), "desired", new LinkedHashMap<>(desired));
    }

    /** {@code reported} and {@code desired}, each merged; a null value deletes its key. */
    public void update(Map<String, Object> state) {
        version++;
        merge(reported, Json.object(state, "reported"));
        merge(desired, Json.object(state, "desired"));
    }

    public void clear() {
        version++;
        reported.clear();
        desired.clear();
    }

    private static void merge(Map<String, Object> into, Map<String, Object> changes) {
        changes.forEach((key, value) -> {
            if (value == null) {
                into.remove(key);
            } else {
                into.put(key, value);
            }
        });
    }
}
