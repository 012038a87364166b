package io.qpy.repl.board;

import io.qpy.repl.Columns;

/** A line that is being edited on a terminal, of which nothing is known but that it understands backspace and ESC [. */
final class LineBuffer {
    private final Port port;
    private final StringBuilder text = new StringBuilder();
    private int cursor;

    LineBuffer(Port port) {
        this.port = port;
    }

    String text() {
        return text.toString();
    }

    String beforeCursor() {
        return text.substring(0, cursor);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    void insert(String typed) {
        text.insert(cursor, typed);
        cursor += typed.length();
        redraw(typed, false);
    }

    /** Removes characters before the cursor. */
    void backspace(int count) {
        int from = Math.max(0, cursor - count);
        String gone = text.substring(from, cursor);
        text.delete(from, cursor);
        cursor = from;
        back(gone);
        redraw("", true);
    }

    /** Removes the character, or everything, after the cursor. */
    void delete(boolean all) {
        if (cursor < text.length()) {
            text.delete(cursor, all ? text.length() : text.offsetByCodePoints(cursor, 1));
            redraw("", true);
        }
    }

    void replace(String other) {
        back(beforeCursor());
        text.setLength(0);
        text.append(other);
        cursor = text.length();
        redraw(other, true);
    }

    /** Removes the character before the cursor, or four spaces of an indentation. */
    void backspace() {
        if (cursor == 0) {
            return;
        }
        boolean indentation = beforeCursor().isBlank() && cursor >= 4;
        backspace(indentation ? 4 : cursor - text.offsetByCodePoints(cursor, -1));
    }

    /** Removes the word before the cursor. */
    void backspaceWord() {
        int from = cursor;
        while (from > 0 && !Character.isLetterOrDigit(text.charAt(from - 1))) {
            from--;
        }
        while (from > 0 && Character.isLetterOrDigit(text.charAt(from - 1))) {
            from--;
        }
        backspace(cursor - from);
    }

    void left() {
        if (cursor > 0) {
            moveTo(text.offsetByCodePoints(cursor, -1));
        }
    }

    void right() {
        if (cursor < text.length()) {
            moveTo(text.offsetByCodePoints(cursor, 1));
        }
    }

    void moveTo(int target) {
        if (target < cursor) {
            back(text.substring(target, cursor));
        } else {
            port.write(text.substring(cursor, target));
        }
        cursor = target;
    }

    void home() {
        moveTo(0);
    }

    void end() {
        moveTo(text.length());
    }

    /** Shows the line again after a prompt was written. */
    void show() {
        port.write(text());
        back(text.substring(cursor));
    }

    private void redraw(String justTyped, boolean shorter) {
        if (shorter) {
            port.write("\033[K");
        }
        String tail = text.substring(cursor);
        port.write(justTyped + tail);
        back(tail);
    }

    private void back(String over) {
        int columns = Columns.of(over);
        port.write(columns <= 4 ? "\b".repeat(columns) : "\033[" + columns + "D");
    }
}
