package io.qpy.testing;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import java.util.Set;

/**
 * What a script printed beside what was expected of it. White space at the end counts for nothing, and a script that
 * prints {@code SKIP} and nothing else cannot be run on this device; a line {@code ########} of the expected output stands
 * for any number of lines: as in MicroPython's own suite.
 */
final class OutputComparison {
    private static final Set<String> SKIPS = Set.of("SKIP", "SKIP-TOO-LARGE");
    private static final String ANY_LINES = "########";
    private static final int CONTEXT_LINES = 3;
    private static final int LINES_SHOWN = 60;

    private final String expected;
    private final String actual;

    OutputComparison(String expected, String actual) {
        this.expected = expected.replace("\r\n", "\n").stripTrailing();
        this.actual = actual.stripTrailing();
    }

    boolean isSkip() {
        return SKIPS.contains(actual);
    }

    boolean isSame() {
        return actual.equals(expected) || matches(lines(expected), lines(actual));
    }

    /** Whether they are the same but for the lines that may be anything. */
    private static boolean matches(List<String> expected, List<String> actual) {
        int any = -1;
        int resume = 0;
        int left = 0;
        int right = 0;
        while (right < actual.size()) {
            if (left < expected.size() && expected.get(left).equals(ANY_LINES)) {
                any = left++;
                resume = right;
            } else if (left < expected.size() && expected.get(left).equals(actual.get(right))) {
                left++;
                right++;
            } else if (any >= 0) {
                left = any + 1;
                right = ++resume;
            } else {
                return false;
            }
        }
        return expected.stream().skip(left).allMatch(ANY_LINES::equals);
    }

    /** The first line that differs, as a reason. */
    String difference() {
        List<String> left = lines(expected);
        List<String> right = lines(actual);
        int line = 0;
        while (line < left.size() && line < right.size() && left.get(line).equals(right.get(line))) {
            line++;
        }
        return "line " + (line + 1) + " of the output is " + quoted(right, line) + ", expected " + quoted(left, line);
    }

    private static String quoted(List<String> lines, int line) {
        return line < lines.size() ? "'" + Texts.shortened(lines.get(line)) + "'" : "missing";
    }

    /** A unified diff, from what was expected to what was printed. */
    String diff(String expectedName, String actualName) {
        List<String> left = lines(expected);
        List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(
                expectedName, actualName, left, DiffUtils.diff(left, lines(actual)), CONTEXT_LINES);
        StringBuilder text = new StringBuilder();
        diff.stream().limit(LINES_SHOWN).forEach(each -> text.append(each).append('\n'));
        if (diff.size() > LINES_SHOWN) {
            text.append("… and ").append(diff.size() - LINES_SHOWN).append(" more lines\n");
        }
        return text.toString();
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }
}
