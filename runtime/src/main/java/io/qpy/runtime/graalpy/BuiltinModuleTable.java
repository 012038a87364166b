package io.qpy.runtime.graalpy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The table {@code qpy/builtin-modules.txt}: for each built-in module of GraalPy, which of its names stay. */
final class BuiltinModuleTable {
    private static final String RESOURCE = "/qpy/builtin-modules.txt";

    private BuiltinModuleTable() {}

    /**
     * A line.
     *
     * @param names those that stay, or where {@code others} stay, those that go
     */
    record Entry(boolean others, Set<String> names) {
        static final Entry NONE = new Entry(false, Set.of());

        boolean isTakenOut() {
            return !others && names.isEmpty();
        }

        boolean isWhole() {
            return others && names.isEmpty();
        }
    }

    /** Read once. */
    private static final class Read {
        static final Map<String, Entry> TABLE = read();
    }

    static Map<String, Entry> table() {
        return Read.TABLE;
    }

    private static Map<String, Entry> read() {
        Map<String, Entry> table = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                BuiltinModuleTable.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith(" "))
                    .forEach(line -> {
                        String[] words = line.split("\\s+");
                        table.put(words[0], entry(words));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private static Entry entry(String... words) {
        Set<String> names = new TreeSet<>(Arrays.asList(words).subList(2, words.length));
        return switch (words[1]) {
            case "all", "without" -> new Entry(true, names);
            case "only", "none" -> new Entry(false, names);
            default -> throw new IllegalStateException("builtin-modules.txt: " + String.join(" ", words));
        };
    }
}
