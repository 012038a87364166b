package io.qpy.repl.board;

/** The control characters of the prompt. */
final class Control {
    static final char CTRL_A = 1;
    static final char CTRL_B = 2;
    static final char CTRL_C = 3;
    static final char CTRL_D = 4;
    static final char CTRL_E = 5;
    static final char CTRL_F = 6;
    static final char BACKSPACE = 8;
    static final char TAB = 9;
    static final char CTRL_K = 11;
    static final char CTRL_N = 14;
    static final char CTRL_P = 16;
    static final char CTRL_U = 21;
    static final char CTRL_W = 23;
    static final char ESCAPE = 27;
    static final char DELETE = 127;

    private Control() {}
}
