package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Library code needs other library code, also in the middle of a function, but never in a circle. */
class PythonArrowsTest {
    private final Map<String, List<String>> needs = new HashMap<>();
    private final Set<String> done = new HashSet<>();

    @Test
    void noCircle() throws IOException {
        try (PythonTrees trees = new PythonTrees()) {
            trees.names().forEach(name -> needs.put(name, trees.needs(name)));
        }
        assertTrue(needs.size() >= 60, "only " + needs.keySet());
        assertTrue(needs.get("TenCentYun").contains("umqtt"), "an import");
        assertTrue(needs.get("uasyncio").contains("uasyncio/core"), "a part");
        assertTrue(needs.get("boot/importing").contains("boot/paths"), "a part of boot");
        for (String name : needs.keySet()) {
            follow(name, new ArrayList<>());
        }
    }

    private void follow(String name, List<String> way) {
        int before = way.indexOf(name);
        assertEquals(-1, before, () -> "a circle: " + way.subList(before, way.size()));
        if (done.contains(name)) {
            return;
        }
        way.add(name);
        needs.get(name).forEach(next -> follow(next, way));
        way.remove(way.size() - 1);
        done.add(name);
    }
}
