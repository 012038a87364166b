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

    int lengthBeforeCursor() {
        return cursor;
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
        back(from, cursor);
        text.delete(from, cursor);
        cursor = from;
        redraw("", true);
    }

    /** Takes back spaces that were just written at the end of the line. */
    void unindent(int spaces) {
        back(cursor - spaces, cursor);
        cursor -= spaces;
        text.setLength(cursor);
    }

    /** Removes the character at the cursor. */
    void delete() {
        if (cursor < text.length()) {
            deleteTo(text.offsetByCodePoints(cursor, 1));
        }
    }

    void deleteRest() {
        deleteTo(text.length());
    }

    void deleteWord() {
        deleteTo(wordEnd());
    }

    private void deleteTo(int end) {
        if (end > cursor) {
            text.delete(cursor, end);
            redraw("", true);
        }
    }

    void replace(String other) {
        boolean shorter = Columns.of(other) < Columns.of(text);
        back(0, cursor);
        text.setLength(0);
        text.append(other);
        cursor = text.length();
        redraw(other, shorter);
    }

    /** Removes the character before the cursor, or four spaces of an indentation. */
    void backspace() {
        if (cursor == 0) {
            return;
        }
        backspace(isIndentation() ? 4 : cursor - text.offsetByCodePoints(cursor, -1));
    }

    private boolean isIndentation() {
        return cursor >= 4 && text.chars().limit(cursor).allMatch(Character::isWhitespace);
    }

    /** Removes the word before the cursor. */
    void backspaceWord() {
        backspace(cursor - wordStart());
    }

    /** Where the word begins that the cursor is in or behind. */
    int wordStart() {
        int start = cursor;
        while (start > 0 && !Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Where the word ends that the cursor is in or before. */
    int wordEnd() {
        int end = cursor;
        while (end < text.length() && !Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end;
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
            back(target, cursor);
        } else {
            port.write(text, cursor, target);
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
        port.write(text, 0, text.length());
        back(cursor, text.length());
    }

    private void redraw(String justTyped, boolean shorter) {
        if (shorter) {
            port.write("\033[K");
        }
        port.write(justTyped, 0, justTyped.length());
        port.write(text, cursor, text.length());
        back(cursor, text.length());
    }

    /** Moves the cursor of the terminal back over a part of the text. */
    private void back(int from, int to) {
        int columns = Columns.of(text, from, to);
        port.write(columns <= 4 ? "\b".repeat(columns) : "\033[" + columns + "D");
    }
}
