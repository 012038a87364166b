package io.qpy.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A script's text with fixes in it. Everything else stays: line ends, a byte order mark, the end of the last line. */
public final class FixedSource {
    private final List<String> before;
    private final List<String> after;
    private final List<Fix> applied = new ArrayList<>();

    public FixedSource(String source, List<Fix> fixes) {
        before = Arrays.asList(source.split("(?<=\n)|(?<=\r)(?!\n)", -1));
        after = new ArrayList<>(before);
        fixes.stream()
                .sorted(Comparator.comparingInt(Fix::line).thenComparing(Fix::column, Comparator.reverseOrder()))
                .forEach(this::apply);
    }

    /** Applies a fix, from the end of a line to its beginning; leaves out what does not stand where it is said to. */
    private void apply(Fix fix) {
        String line = after.get(fix.line() - 1);
        int mark = fix.line() == 1 && line.startsWith("\ufeff") ? 1 : 0;
        if (line.codePointCount(0, line.length()) < mark + fix.column() - 1) {
            return;
        }
        int at = line.offsetByCodePoints(0, mark + fix.column() - 1);
        if (line.startsWith(fix.old(), at)) {
            after.set(
                    fix.line() - 1,
                    line.substring(0, at)
                            + fix.replacement()
                            + line.substring(at + fix.old().length()));
            applied.add(fix);
        }
    }

    /** Returns the fixes that are in the text, in its order. */
    public List<Fix> applied() {
        return applied.stream()
                .sorted(Comparator.comparingInt(Fix::line).thenComparingInt(Fix::column))
                .toList();
    }

    /** Returns the text. */
    public String text() {
        return String.join("", after);
    }

    /** Returns the changes as a unified diff without lines around them; empty where there are none. */
    public String diff(String name) {
        StringBuilder diff = new StringBuilder();
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                diff.append("@@ -%d +%d @@\n".formatted(i + 1, i + 1));
                diff.append(marked('-', before.get(i))).append(marked('+', after.get(i)));
            }
        }
        return diff.isEmpty() ? "" : "--- a/%s\n+++ b/%s\n".formatted(name, name) + diff;
    }

    private static String marked(char mark, String line) {
        return mark + line + (line.endsWith("\n") ? "" : "\n\\ No newline at end of file\n");
    }
}
