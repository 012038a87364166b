package io.qpy.repl.board;

import io.qpy.device.console.Keys;
import java.io.EOFException;
import java.io.IOException;

/** Reads a line at the serial port and echoes it, with the keys that MicroPython's prompt knows. */
final class LineEditor {
    /** How a line ended: {@link #ENTER}, a control character that was typed on an empty line, or the end of the port. */
    static final int ENTER = 0;

    /**
     * What was typed.
     *
     * @param end {@link #ENTER}, Ctrl-A to Ctrl-E, {@link Keys#HUNG_UP} or {@link Keys#END}
     */
    record Typed(int end, String text) {}

    /** Longer statements are no longer completed: each Tab of a text that is pasted would read all of it again. */
    private static final int LONGEST_COMPLETED = 8 * 1024;

    private final Port port;
    private final LineHistory history = new LineHistory();
    private final EscapeSequence escape = new EscapeSequence();
    private final Utf8 utf8 = new Utf8();
    private int lastNewline;

    /** Whether the statement brings its own indentation, as one that is pasted does; then none is added. */
    private boolean indentsItself;

    LineEditor(Port port) {
        this.port = port;
    }

    /** Reads a line for {@code input()}; null at Ctrl-D. */
    String ask(String prompt) throws IOException, InterruptedException {
        Typed typed;
        do {
            typed = read(prompt, "", Completing.NOTHING);
        } while (typed.end == Keys.HUNG_UP || typed.end == Control.CTRL_A || typed.end == Control.CTRL_B);
        if (typed.end == Keys.END) {
            throw new EOFException("the port is closed");
        }
        port.write(typed.end == ENTER ? "" : "\r\n");
        return typed.end == ENTER ? typed.text : null;
    }

    /**
     * Reads a line.
     *
     * @param before the lines of the same statement, for the indentation; empty for its first
     */
    Typed read(String prompt, CharSequence before, Completing completing) throws InterruptedException {
        port.write(prompt);
        history.rewind();
        LineBuffer line = new LineBuffer(port);
        indentsItself &= !before.isEmpty();
        String indentation = indentsItself ? "" : Indentation.after(before);
        line.insert(indentation);
        boolean justIndented = !indentation.isEmpty();
        while (true) {
            int c = port.keys().next();
            if (c < 0) {
                return new Typed(c, "");
            }
            indentsItself |= justIndented && (c == ' ' || c == Control.TAB);
            if (escape.isOpen() || c == Control.ESCAPE) {
                apply(escape.next(c), line);
            } else if (isEnd(c, line)) {
                return new Typed(c, "");
            } else if (isNewline(c)) {
                port.write("\r\n");
                history.add(line.text());
                return new Typed(ENTER, line.text());
            } else if (justIndented && c == ' ') {
                line.unindent(3);
            } else if (c == Control.TAB) {
                complete(prompt, line, before, completing, justIndented);
            } else {
                type(c, line);
            }
            justIndented = false;
        }
    }

    private static boolean isEnd(int c, LineBuffer line) {
        return c == Control.CTRL_C || (c >= Control.CTRL_A && c <= Control.CTRL_E && line.isEmpty());
    }

    /** A line ends with CR, with LF or with both. */
    private boolean isNewline(int c) {
        boolean newline = (c == '\r' || c == '\n') && (lastNewline == 0 || lastNewline == c);
        lastNewline = newline ? c : 0;
        return newline;
    }

    private void type(int c, LineBuffer line) {
        switch (c) {
            case Control.CTRL_A -> line.home();
            case Control.CTRL_B -> line.left();
            case Control.CTRL_D -> line.delete();
            case Control.CTRL_E -> line.end();
            case Control.CTRL_F -> line.right();
            case Control.CTRL_K -> line.deleteRest();
            case Control.CTRL_U -> line.backspace(line.lengthBeforeCursor());
            case Control.CTRL_W -> line.backspaceWord();
            case Control.CTRL_P -> recall(history.older(), line);
            case Control.CTRL_N -> recall(history.newer(), line);
            case Control.BACKSPACE, Control.DELETE -> line.backspace();
            default -> {
                if (c >= ' ') {
                    line.insert(utf8.add(c));
                }
            }
        }
    }

    private void apply(EscapeSequence.Key key, LineBuffer line) {
        switch (key) {
            case UP -> recall(history.older(), line);
            case DOWN -> recall(history.newer(), line);
            case LEFT -> line.left();
            case RIGHT -> line.right();
            case HOME -> line.home();
            case END -> line.end();
            case DELETE -> line.delete();
            case WORD_LEFT -> line.moveTo(line.wordStart());
            case WORD_RIGHT -> line.moveTo(line.wordEnd());
            case DELETE_WORD_LEFT -> line.backspaceWord();
            case DELETE_WORD_RIGHT -> line.deleteWord();
            case NONE -> {}
        }
    }

    private static void recall(String text, LineBuffer line) {
        if (text != null) {
            line.replace(text);
        }
    }

    /** Whether Tab is to indent: after white space, but for the start of a statement and what follows import. */
    private static boolean isIndenting(CharSequence before, String typed) {
        if (typed.isEmpty()) {
            return !before.isEmpty();
        }
        return typed.endsWith(" ") && !typed.contains("import");
    }

    private void complete(
            String prompt, LineBuffer line, CharSequence before, Completing completing, boolean justIndented) {
        if (justIndented || line.lengthBeforeCursor() > LONGEST_COMPLETED) {
            return;
        }
        String typed = line.beforeCursor();
        if (isIndenting(before, typed)) {
            line.insert("    ");
            return;
        }
        if (before.length() + typed.length() > LONGEST_COMPLETED) {
            return;
        }
        completing.apply(before + typed, line::insert, menu -> {
            port.write(menu + prompt);
            line.show();
        });
    }
}
