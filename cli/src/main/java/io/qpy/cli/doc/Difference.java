package io.qpy.cli.doc;

/**
 * Where a transcript's output differs from what the document shows.
 *
 * @param line the document's line, from 1
 * @param expected that line; empty where the document shows no more
 * @param got what was printed; empty where nothing was
 */
public record Difference(int line, String expected, String got) {
    private static final int SHOWN = 100;

    /** In a few words, for a row. */
    public String words() {
        return "line " + line + ": expected " + quoted(expected, "no more") + ", got " + quoted(got, "nothing");
    }

    private static String quoted(String text, String none) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return none;
        }
        return stripped.length() <= SHOWN ? stripped : stripped.substring(0, SHOWN) + "…";
    }
}
