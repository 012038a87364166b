package io.qpy.sandbox.net;

import java.time.Duration;

/** The time that servers wait by. */
public interface Timers {
    /** Nanoseconds since any moment. */
    long nanos();

    /** Runs the task once, later, on any thread; it does not block. Running the result before prevents it. */
    Runnable schedule(Duration delay, Runnable task);
}
