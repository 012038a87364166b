package io.qpy.repl.board;

import java.util.regex.Pattern;

/** How far the next line of a block is indented. */
public final class Indentation {
    private static final int STEP = 4;
    private static final Pattern OPENS_BLOCK = Pattern.compile(":\\s*(#.*)?$");

    private Indentation() {}

    /**
     * The spaces that belong before the line that comes after these; they end with {@code \n}, or are empty. Two blank lines
     * end the indentation, as on the device.
     */
    public static String after(String lines) {
        if (lines.isEmpty()) {
            return "";
        }
        String text = lines.substring(0, lines.length() - 1);
        int start = text.lastIndexOf('\n') + 1;
        String last = text.substring(start);
        if (last.isBlank() && isBlankLineBefore(text, start)) {
            return "";
        }
        int spaces = last.length() - last.stripLeading().length();
        int steps = (spaces + STEP - 1) / STEP + (OPENS_BLOCK.matcher(last).find() ? 1 : 0);
        return " ".repeat(STEP * steps);
    }

    private static boolean isBlankLineBefore(String text, int start) {
        return start > 0
                && text.substring(text.lastIndexOf('\n', start - 2) + 1, start).isBlank();
    }
}
