package io.qpy.cli.doc;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds loops that do not end by themselves, as examples of servers and sensors have them. */
public final class EndlessLoop {
    private static final Pattern LOOP = Pattern.compile("(\\s*)while\\s*\\(?\\s*(?:True|1)\\s*\\)?\\s*:.*");
    private static final Pattern END = Pattern.compile(".*\\b(break|return|raise|exit)\\b.*");
    private static final Pattern FUNCTION = Pattern.compile("(\\s*)(async\\s+)?def\\b.*");

    private EndlessLoop() {}

    /** Whether a script has one, which something may end all the same. */
    public static boolean isIn(String source) {
        return source.lines().anyMatch(each -> LOOP.matcher(each).matches());
    }

    /** Whether a script's main program has one that nothing in it ends. */
    public static boolean isMain(String source) {
        List<String> lines = source.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher loop = LOOP.matcher(lines.get(i));
            if (loop.matches()
                    && !endsItself(
                            lines.subList(i + 1, lines.size()), loop.group(1).length())
                    && !isInFunction(lines.subList(0, i), loop.group(1).length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsItself(List<String> after, int indent) {
        return after.stream()
                .takeWhile(each -> each.isBlank() || indent(each) > indent)
                .anyMatch(each -> END.matcher(each).matches());
    }

    private static boolean isInFunction(List<String> before, int indent) {
        int outer = indent;
        for (int i = before.size() - 1; i >= 0 && outer > 0; i--) {
            String line = before.get(i);
            if (!line.isBlank() && indent(line) < outer) {
                outer = indent(line);
                if (FUNCTION.matcher(line).matches()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
