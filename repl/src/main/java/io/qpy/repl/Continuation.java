package io.qpy.repl;

import java.util.regex.Pattern;

/**
 * Whether a statement that is being typed goes on in the next line: MicroPython's rule, which needs no compiler. Each line is
 * looked at once, since a statement that is pasted can have many.
 */
public final class Continuation {
    private static final Pattern COMPOUND = Pattern.compile("@|(if|while|for|try|with|def|class|async)(?!\\w)");

    private boolean first = true;
    private boolean compound;
    private int open;
    private String quote = "";
    private String last = "";

    /** {@code typed} are the lines of a statement so far, with {@code \n} between them. */
    public static boolean isWanted(String typed) {
        Continuation statement = new Continuation();
        typed.lines().forEach(statement::add);
        if (typed.endsWith("\n")) {
            statement.add("");
        }
        return statement.isWanted();
    }

    /** Adds the next line, without its end. */
    public void add(String line) {
        if (first) {
            compound = COMPOUND.matcher(line).lookingAt();
        }
        first = false;
        if (quote.length() == 1 && !last.endsWith("\\")) {
            quote = "";
        }
        last = line;
        scan(line);
    }

    /** Whether there is another line to come. */
    public boolean isWanted() {
        if (quote.length() == 3 || (open > 0 && quote.isEmpty())) {
            return true;
        }
        return last.endsWith("\\") || (compound && !last.isEmpty());
    }

    private void scan(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (!quote.isEmpty()) {
                if (c == '\\') {
                    i++;
                } else if (line.startsWith(quote, i)) {
                    i += quote.length() - 1;
                    quote = "";
                }
            } else if (c == '\'' || c == '"') {
                String three = String.valueOf(c).repeat(3);
                quote = line.startsWith(three, i) ? three : String.valueOf(c);
                i += quote.length() - 1;
            } else if (c == '#') {
                return;
            } else if ("([{".indexOf(c) >= 0) {
                open++;
            } else if (")]}".indexOf(c) >= 0 && open > 0) {
                open--;
            }
        }
    }
}
