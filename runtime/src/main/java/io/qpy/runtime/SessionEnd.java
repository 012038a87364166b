package io.qpy.runtime;

import java.util.function.BooleanSupplier;

/** How a session ends: stopped from outside, or released with nothing left in its interpreter, and never both. */
final class SessionEnd {
    private volatile Outcome stopped;
    private boolean released;

    /** Stops the session, unless it has ended. */
    synchronized void stop(Outcome how, Runnable stop) {
        if (!released && stopped == null) {
            stopped = how;
            stop.run();
        }
    }

    /** How it was stopped; null if it was not. */
    Outcome stopped() {
        return stopped;
    }

    /** Returns whether the session is released: it was not stopped, and {@code release} returned true. */
    synchronized boolean release(BooleanSupplier release) {
        released = stopped == null && release.getAsBoolean();
        return released;
    }
}
