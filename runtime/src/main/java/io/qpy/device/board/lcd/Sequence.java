package io.qpy.device.board.lcd;

/**
 * What is sent to a display, in triples: 0, n and a command with n bytes of data; 1, 1 and a byte of data; 2, 0 and a pause in ms
 * (facts-board.md B2.112).
 */
public final class Sequence {
    static final int COMMAND = 0;
    static final int DATA = 1;
    static final int PAUSE = 2;
    private static final int TRIPLE = 3;
    private static final int BYTE = 0xFF;

    private final byte[] bytes;

    private Sequence(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A sequence of these bytes, which are its own from now on; what is less than a triple at the end does not count. */
    public static Sequence of(byte... bytes) {
        return new Sequence(bytes);
    }

    /** Does something with a triple. */
    interface Step {
        void take(int kind, int value);
    }

    void each(Step step) {
        for (int i = 0; i + TRIPLE <= bytes.length; i += TRIPLE) {
            step.take(bytes[i] & BYTE, bytes[i + 2] & BYTE);
        }
    }
}
