package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Modules keep no state of the device's. What a script's functions change at module level is gone when the module restarts, and
 * nobody outside sees it; tests/structure/state.txt has the exceptions, which belong to the interpreter alone.
 */
class FacadeStateTest {
    private static final Path REASONS = Path.of("structure/state.txt");

    @Test
    void stateIsTheDevices() throws IOException {
        Set<String> found = new TreeSet<>();
        try (PythonTrees trees = new PythonTrees()) {
            assertTrue(trees.names().size() >= 60, "only " + trees.names());
            trees.names().forEach(name -> trees.state(name).forEach(each -> found.add(name + "." + each)));
        }
        SeenSurface.Reasons reasons = SeenSurface.reasons(REASONS);
        assertEquals(
                "",
                found.stream().filter(name -> !reasons.has(name)).collect(Collectors.joining("\n")),
                "belongs into io.qpy.device, or with a reason into " + REASONS);
        assertEquals(List.of(), reasons.unused(found), "out of date in " + REASONS);
    }
}
