package io.qpy.testing;

import java.time.Duration;

/** The time since it was made. */
final class Stopwatch {
    private final long start = System.nanoTime();

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
