package io.qpy.repl.board;

/** A key that a terminal sends as several characters, which begin with ESC. */
final class EscapeSequence {
    enum Key {
        UP,
        DOWN,
        RIGHT,
        LEFT,
        HOME,
        END,
        DELETE,
        WORD_LEFT,
        WORD_RIGHT,
        DELETE_WORD_LEFT,
        DELETE_WORD_RIGHT,
        /** Not finished, or not known. */
        NONE
    }

    private final StringBuilder seen = new StringBuilder();

    boolean isOpen() {
        return !seen.isEmpty();
    }

    /** The key that this character completes. */
    Key next(int c) {
        seen.append((char) c);
        if (seen.length() == 1 || (seen.length() == 2 && (c == '[' || c == 'O'))) {
            return Key.NONE;
        }
        boolean goesOn = seen.charAt(1) == '[' && (Character.isDigit(c) || c == ';') && seen.length() < 16;
        if (goesOn) {
            return Key.NONE;
        }
        String sequence = seen.substring(1);
        seen.setLength(0);
        return known(sequence);
    }

    private static Key known(String sequence) {
        return switch (sequence) {
            case "[A", "OA" -> Key.UP;
            case "[B", "OB" -> Key.DOWN;
            case "[C", "OC" -> Key.RIGHT;
            case "[D", "OD" -> Key.LEFT;
            case "[H", "OH", "[1~", "[7~" -> Key.HOME;
            case "[F", "OF", "[4~", "[8~" -> Key.END;
            case "[3~" -> Key.DELETE;
            case "b", "[1;5D" -> Key.WORD_LEFT;
            case "f", "[1;5C" -> Key.WORD_RIGHT;
            case "\b", "\177" -> Key.DELETE_WORD_LEFT;
            case "d" -> Key.DELETE_WORD_RIGHT;
            default -> Key.NONE;
        };
    }
}
