package io.qpy.repl.terminal;

/** What a person entered: code, or a key that was pressed on an empty line. */
record Entry(Key key, String code) {
    enum Key {
        ENTER,
        CTRL_A,
        CTRL_B,
        CTRL_C,
        CTRL_D,
        CTRL_E,
        /** Ctrl-X, or the terminal is gone. */
        LEAVE
    }
}
