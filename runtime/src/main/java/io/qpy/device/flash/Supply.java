package io.qpy.device.flash;

import java.io.IOException;

/**
 * The device's power, as far as its flash is concerned: a test may cut it in the middle of a write, or of a change to
 * the flash's tables.
 */
public final class Supply {
    /** Bytes that a change to the tables takes: a rename, a commit of a file, a new folder, a removal. */
    static final int TABLE_BYTES = 64;

    private long left = Long.MAX_VALUE;
    private int cuts;

    /** Fails after so many more bytes have been written. */
    public synchronized void failAfter(long bytes) {
        left = bytes;
    }

    public synchronized void restore() {
        cuts += left == 0 ? 1 : 0;
        left = Long.MAX_VALUE;
    }

    /** The number of cuts that have ended. A file that was open during one is never committed. */
    synchronized int cuts() {
        return cuts;
    }

    /** Takes the power for so many bytes; returns how many of them are still written. */
    public synchronized int spend(int bytes) {
        int spent = (int) Math.min(bytes, left);
        left -= left == Long.MAX_VALUE ? 0 : spent;
        return spent;
    }

    /** Takes the power for a change to the tables, which happens whole or not at all. */
    synchronized void change() throws IOException {
        spend(TABLE_BYTES);
        require();
    }

    /** Whether it has not failed. */
    public synchronized boolean isOn() {
        return left > 0;
    }

    /** Nothing is changed in the flash after the power has failed. */
    public synchronized void require() throws IOException {
        if (left == 0) {
            throw new IOException("the power has failed: the test has asked for that");
        }
    }
}
