package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The vendor's interface files beside what a script sees: tests/stubs/README.md says how it is started. The modules that qpy
 * has must have nearly all that they list, and tests/stubs/absent.txt the reason for each name that is absent.
 */
@EnabledIfSystemProperty(named = "qpy.stubs", matches = ".+", disabledReason = "no interface files are given")
class StubsTest {
    private static final Path REASONS = Path.of("stubs/absent.txt");
    private static final double WANTED = 0.98;

    @Test
    void nearlyAllIsThere() throws IOException {
        Path folder = Path.of(System.getProperty("qpy.stubs"));
        SeenSurface seen = SeenSurface.ofDevice();
        SeenSurface.Reasons reasons = SeenSurface.reasons(REASONS);
        Set<String> absent = new TreeSet<>();
        List<String> table = new ArrayList<>();
        int wanted = 0;
        for (String module : seen.modules()) {
            Set<String> listed = StubFile.names(folder, module);
            Set<String> missing = new TreeSet<>(listed);
            missing.removeAll(seen.names(module));
            missing.forEach(name -> absent.add(module + "." + name));
            if (!listed.isEmpty()) {
                table.add(row(module, listed.size(), missing));
                wanted += listed.size();
            }
        }
        Files.write(Path.of("target/stubs.txt"), table);
        List<String> unexplained =
                absent.stream().filter(name -> !reasons.has(name)).toList();
        assertEquals(List.of(), unexplained, String.join("\n", table));
        assertEquals(List.of(), reasons.unused(absent), "reasons for what is there");
        assertTrue(wanted - absent.size() >= WANTED * wanted, String.join("\n", table));
    }

    private static String row(String module, int listed, Set<String> missing) {
        return String.format(Locale.ROOT, "%-14s %3d of %3d %s", module, listed - missing.size(), listed, missing);
    }
}
