package io.qpy.cli;

import io.qpy.runtime.Outcome;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import io.qpy.start.Interrupts;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs a script within the bounds that the person set: its time, and Ctrl-C. When the time is up, the session is stopped
 * between two steps of the script. One step can take hours: a power with a million digits, a regular expression, a wait of the
 * system's. So what has not ended by then is halted with the whole process, until {@link #close}.
 */
final class Limits implements AutoCloseable {
    private static final long GRACE_MILLIS = 2000;
    private static final long BEFORE_IT_RUNS_NANOS = 10_000_000;

    private final Duration timeout;
    private final Runnable halt;
    private final Function<Runnable, Runnable> onInterrupt;
    private final Thread watchdog = new Thread(this::expireAfterTimeout, "qpy-timeout");
    private volatile Session session;
    private volatile boolean expired;
    private volatile boolean interrupted;

    /**
     * The time begins with the first work that is run, as a busy PC takes some seconds to start; there is no bound on it when
     * {@code timeout} is null.
     *
     * @param halt ends the process
     */
    Limits(Duration timeout, Runnable halt) {
        this(timeout, halt, action -> Interrupts.to(action)::restore);
    }

    /** @param onInterrupt has something done when the person types Ctrl-C, and gives what ends that */
    Limits(Duration timeout, Runnable halt, Function<Runnable, Runnable> onInterrupt) {
        this.timeout = timeout;
        this.halt = halt;
        this.onInterrupt = onInterrupt;
        watchdog.setDaemon(true);
    }

    Outcome run(Session session, Script script) {
        return run(session, () -> session.run(script));
    }

    /** Does some work of a session's on this thread. */
    <T> T run(Session now, Supplier<T> work) {
        session = now;
        AtomicBoolean ended = new AtomicBoolean();
        Runnable restore = onInterrupt.apply(() -> {
            interrupted = true;
            while (!now.interrupt() && !ended.get()) {
                LockSupport.parkNanos(BEFORE_IT_RUNS_NANOS); // the script has not begun
            }
        });
        if (timeout != null && watchdog.getState() == Thread.State.NEW) {
            watchdog.start();
        } else if (expired) {
            expire(); // between two sessions, as the module restarted
        }
        try {
            return work.get();
        } finally {
            ended.set(true);
            restore.run();
        }
    }

    /** Whether the person has interrupted what ran. */
    boolean isInterrupted() {
        return interrupted;
    }

    private void expireAfterTimeout() {
        try {
            TimeUnit.NANOSECONDS.sleep(timeout.toNanos());
            expired = true;
            expire();
            TimeUnit.MILLISECONDS.sleep(GRACE_MILLIS);
            halt.run();
        } catch (InterruptedException e) {
            // All has ended in time.
        }
    }

    /** Stops the session, on a thread of its own: that may wait for what does not end. */
    private void expire() {
        try {
            Thread stopping = new Thread(session::expire, "qpy-expire");
            stopping.setDaemon(true);
            stopping.start();
        } catch (OutOfMemoryError e) {
            // The script has all memory.
        }
    }

    /** The script and its session have ended. */
    @Override
    public void close() {
        watchdog.interrupt();
    }
}
