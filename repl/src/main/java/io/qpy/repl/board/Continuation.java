package io.qpy.repl.board;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** Whether a statement that is being typed goes on in the next line: MicroPython's rule, which needs no compiler. */
public final class Continuation {
    private static final Pattern COMPOUND =
            Pattern.compile("(@|(if|while|for|try|with|def|class|async)(?!\\w)).*", Pattern.DOTALL);

    private Continuation() {}

    /** {@code typed} are its lines so far, with {@code \n} between them. */
    public static boolean isWanted(String typed) {
        if (typed.isEmpty()) {
            return false;
        }
        Brackets brackets = Brackets.of(typed);
        if (brackets.inLongString() || (brackets.open() > 0 && !brackets.inString())) {
            return true;
        }
        return typed.endsWith("\\") || (COMPOUND.matcher(typed).matches() && !typed.endsWith("\n"));
    }

    /** What is open at the end of a piece of code. */
    private record Brackets(int open, String quote) {
        boolean inString() {
            return !quote.isEmpty();
        }

        boolean inLongString() {
            return quote.length() == 3;
        }

        static Brackets of(String code) {
            Deque<Character> open = new ArrayDeque<>();
            String quote = "";
            for (int i = 0; i < code.length(); i++) {
                char c = code.charAt(i);
                if (!quote.isEmpty()) {
                    if (c == '\\') {
                        i++;
                    } else if (code.startsWith(quote, i)) {
                        i += quote.length() - 1;
                        quote = "";
                    } else if (c == '\n' && quote.length() == 1) {
                        quote = "";
                    }
                } else if (c == '\'' || c == '"') {
                    quote = code.startsWith(String.valueOf(c).repeat(3), i)
                            ? String.valueOf(c).repeat(3)
                            : String.valueOf(c);
                    i += quote.length() - 1;
                } else if (c == '#') {
                    i = endOfLine(code, i);
                } else if ("([{".indexOf(c) >= 0) {
                    open.push(c);
                } else if (")]}".indexOf(c) >= 0 && !open.isEmpty()) {
                    open.pop();
                }
            }
            return new Brackets(open.size(), quote);
        }

        private static int endOfLine(String code, int from) {
            int end = code.indexOf('\n', from);
            return end < 0 ? code.length() : end;
        }
    }
}
