package io.qpy.device;

import java.io.IOException;

/** The device's power, as far as its flash is concerned: a test may have it fail in the middle of a write. */
public final class Supply {
    private long left = Long.MAX_VALUE;

    /** Fails after so many more bytes have been written. */
    public synchronized void failAfter(long bytes) {
        left = bytes;
    }

    public synchronized void restore() {
        left = Long.MAX_VALUE;
    }

    /** How many of so many bytes are still written. */
    public synchronized int spend(int bytes) {
        int spent = (int) Math.min(bytes, left);
        left -= left == Long.MAX_VALUE ? 0 : spent;
        return spent;
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
