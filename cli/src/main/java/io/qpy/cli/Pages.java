package io.qpy.cli;

import io.qpy.check.Codes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages of all codes, those of {@code qpy:} lines and those of {@code qpy check}'s findings. */
final class Pages {
    private static final String CHECK = "Findings of qpy check";

    private Pages() {}

    /**
     * A code.
     *
     * @param group the heading that it stands under
     * @param about what it is about, in a line
     */
    record Entry(String code, String group, String about) {}

    /** All of them, by code, in the order of the list. */
    static Map<String, Entry> all() {
        Map<String, Entry> all = new LinkedHashMap<>();
        String group = "";
        for (String line : Codes.read("notices.txt").orElseThrow().lines().toList()) {
            if (line.startsWith("# ")) {
                group = line.substring(2);
            } else if (!line.isBlank()) {
                add(all, group, line);
            }
        }
        Codes.index().lines().forEach(line -> add(all, CHECK, line));
        return all;
    }

    private static void add(Map<String, Entry> all, String group, String line) {
        List<String> parts = List.of(line.split(" +", 2));
        all.put(parts.get(0), new Entry(parts.get(0), group, parts.get(1)));
    }

    /** What a code means, in Markdown. */
    static Optional<String> page(String code) {
        return all().containsKey(code) ? Codes.read(code + ".md") : Optional.empty();
    }
}
