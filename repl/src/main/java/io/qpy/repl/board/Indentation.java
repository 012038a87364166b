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
    public static String after(CharSequence lines) {
        int end = lines.length() - 1;
        int start = startOfLine(lines, end);
        String last = lines.subSequence(start, Math.max(start, end)).toString();
        if (last.isBlank() && isBlankLineBefore(lines, start)) {
            return "";
        }
        int spaces = last.length() - last.stripLeading().length();
        int steps = spaces / STEP + (OPENS_BLOCK.matcher(last).find() ? 1 : 0);
        return " ".repeat(STEP * steps);
    }

    private static boolean isBlankLineBefore(CharSequence lines, int start) {
        return start > 0
                && lines.subSequence(startOfLine(lines, start - 1), start)
                        .toString()
                        .isBlank();
    }

    /** Where the line begins that ends there. */
    private static int startOfLine(CharSequence lines, int end) {
        int start = Math.max(0, end);
        while (start > 0 && lines.charAt(start - 1) != '\n') {
            start--;
        }
        return start;
    }
}
