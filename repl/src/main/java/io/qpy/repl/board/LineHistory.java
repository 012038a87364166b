package io.qpy.repl.board;

import java.util.ArrayList;
import java.util.List;

/** The last lines that were typed, and where among them the person is. */
final class LineHistory {
    private static final int MOST_LINES = 50;

    private final List<String> lines = new ArrayList<>();
    private int back;

    void add(String line) {
        if (!line.isBlank() && (lines.isEmpty() || !lines.get(lines.size() - 1).equals(line))) {
            lines.add(line);
        }
        if (lines.size() > MOST_LINES) {
            lines.remove(0);
        }
    }

    /** A new line begins. */
    void rewind() {
        back = 0;
    }

    /** The line before, or null at the first. */
    String older() {
        return back == lines.size() ? null : lines.get(lines.size() - ++back);
    }

    /** The line after, empty at the newest; null when already there. */
    String newer() {
        if (back == 0) {
            return null;
        }
        back--;
        return back == 0 ? "" : lines.get(lines.size() - back);
    }
}
