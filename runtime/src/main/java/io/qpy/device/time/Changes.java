package io.qpy.device.time;

import java.util.concurrent.TimeUnit;

/**
 * The monitor of all parts of virtual time, and the count of what has changed in them. Its methods are called by a thread
 * that holds it.
 */
final class Changes {
    private static final int DOZE_MILLIS = 1;

    private long count;

    /** Something has changed; the clock's thread need not look at once. */
    void add() {
        count++;
    }

    /** Something has changed, and may be what the clock's thread waits for. */
    void tell() {
        add();
        notifyAll();
    }

    long count() {
        return count;
    }

    /** Waits for a moment, or until a change is told. */
    void doze() {
        try {
            TimeUnit.MILLISECONDS.timedWait(this, DOZE_MILLIS);
        } catch (InterruptedException e) {
            // Nobody interrupts the clock's thread.
        }
    }
}
