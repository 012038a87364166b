package io.qpy.cli;

import io.qpy.runtime.Outcome;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Runs a script within the bounds that the person set: its time, and Ctrl-C. */
final class Limits {
    private final Duration timeout;
    private final long begun = System.nanoTime();

    /** The time begins now; there is no bound on it when {@code timeout} is null. */
    Limits(Duration timeout) {
        this.timeout = timeout;
    }

    Outcome run(Session session, Script script) {
        return run(session, () -> session.run(script));
    }

    /** Does some work of a session's on this thread. */
    <T> T run(Session session, Supplier<T> work) {
        Interrupts interrupts = Interrupts.to(session::interrupt);
        Thread watchdog = watch(session);
        try {
            return work.get();
        } finally {
            watchdog.interrupt();
            interrupts.restore();
        }
    }

    private Thread watch(Session session) {
        Thread watchdog = new Thread(() -> expireAfterTimeout(session), "qpy-timeout");
        watchdog.setDaemon(true);
        if (timeout != null) {
            watchdog.start();
        }
        return watchdog;
    }

    private void expireAfterTimeout(Session session) {
        try {
            TimeUnit.NANOSECONDS.sleep(timeout.toNanos() - (System.nanoTime() - begun));
            session.expire();
        } catch (InterruptedException e) {
            // The script ended in time.
        }
    }
}
