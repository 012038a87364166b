package io.qpy.cli;

import io.qpy.check.Checker;
import io.qpy.device.Notice;
import io.qpy.runtime.Interpreter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds what MicroPython does not read of code that was typed at a prompt, and that ran here. Of a piece of code alone no more than
 * its syntax can be told: its names are of pieces before it.
 */
final class TypedCheck {
    /**
     * What stands in code that MicroPython may not read. Other code is not looked at, so that a prompt answers at once: reading the
     * checker takes a second.
     */
    private static final Pattern DOUBTFUL = Pattern.compile(
            String.join(
                    "|",
                    "\\b(?:[fF][rR]?|[rR][fF])[\"']", // f-strings
                    "\\b(?=\\w?[RBU])[rRbBuU]{1,2}[\"']", // prefixes in capitals
                    "\\\\N\\{",
                    ":=",
                    "[\\[{(,=:]\\s*\\*\\*?\\s*\\w", // unpacking
                    "^\\s*@.*[^\\w.\\s@]", // a decorator that is more than a name
                    "\\bdef\\s+\\w+\\s*\\([^)]*/",
                    "\\b(?:def|class)\\s+\\w+\\s*\\[",
                    "^\\s*(?:match|type)\\s+\\S",
                    "\\bexcept\\s*\\*",
                    "\\bwith\\s*\\(",
                    "[\\[{(].*\\b(?:async|await)\\b"),
            Pattern.MULTILINE);

    private final Interpreter interpreter;
    private final Set<String> said = new HashSet<>();
    private Checker checker;

    TypedCheck(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    static boolean isDoubtful(String source) {
        return DOUBTFUL.matcher(source).find();
    }

    /** Returns what is to be said of a piece of code, each kind once. */
    List<Notice> lines(String source) {
        if (!isDoubtful(source)) {
            return List.of();
        }
        try {
            if (checker == null) {
                checker = new Checker(interpreter);
            }
            return checker.syntax(source).stream()
                    .filter(each -> said.add(each.code()))
                    .map(each -> new Notice(each.code(), each.sentence()))
                    .toList();
        } catch (RuntimeException e) {
            return List.of(); // what was typed before has left nothing that a check could run in
        }
    }
}
