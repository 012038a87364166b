package io.qpy.repl.board;

/** How far the next line of a block is indented. */
public final class Indentation {
    private static final int STEP = 4;

    private Indentation() {}

    /** The spaces that belong before the line that comes after these; they end with {@code \n}, or are empty. */
    public static String after(String lines) {
        if (lines.isEmpty()) {
            return "";
        }
        String text = lines.substring(0, lines.length() - 1);
        String last = text.substring(text.lastIndexOf('\n') + 1);
        if (last.isBlank()) {
            return "";
        }
        int spaces = last.length() - last.stripLeading().length();
        int steps = (spaces + STEP - 1) / STEP + (last.endsWith(":") ? 1 : 0);
        return " ".repeat(STEP * steps);
    }
}
