package io.qpy.testing;

/** Pieces of what a device printed, for one line. */
final class Texts {
    private static final int LENGTH = 120;

    private Texts() {}

    static String shortened(String line) {
        return line.length() <= LENGTH ? line : line.substring(0, LENGTH) + "…";
    }

    static String lastLine(String text) {
        String stripped = text.stripTrailing();
        return shortened(stripped.substring(stripped.lastIndexOf('\n') + 1));
    }
}
