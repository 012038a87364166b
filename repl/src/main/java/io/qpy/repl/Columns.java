package io.qpy.repl;

/** Columns that text takes on a terminal. */
public final class Columns {
    private Columns() {}

    /** A Chinese character takes two, a combining one none. */
    public static int of(CharSequence text) {
        return of(text, 0, text.length());
    }

    /** Of a part of a text. */
    public static int of(CharSequence text, int from, int to) {
        int columns = 0;
        int next;
        for (int at = from; at < to; at += Character.charCount(next)) {
            next = Character.codePointAt(text, at);
            columns += of(next);
        }
        return columns;
    }

    private static int of(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(c) ? 2 : 1;
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115f)
                || (c >= 0x2e80 && c <= 0xa4cf)
                || (c >= 0xac00 && c <= 0xd7a3)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xfe30 && c <= 0xfe6f)
                || (c >= 0xff00 && c <= 0xff60)
                || (c >= 0xffe0 && c <= 0xffe6)
                || (c >= 0x1f300 && c <= 0x1faff)
                || (c >= 0x20000 && c <= 0x3fffd);
    }
}
