package io.qpy.testing;

import io.qpy.runtime.Session;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The time that a test may take. When it is up, its session is stopped; one that does not stop is given up. */
final class Deadline {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ScheduledExecutorService timer;
    private final Duration limit;
    private final Session session;
    private final Runnable giveUp;
    private ScheduledFuture<?> pending;

    /** Starts; calls {@code giveUp} when the session does not stop in time. */
    Deadline(ScheduledExecutorService timer, Duration limit, Session session, Runnable giveUp) {
        this.timer = timer;
        this.limit = limit;
        this.session = session;
        this.giveUp = giveUp;
        restart();
    }

    /** Begins anew: the next test starts. */
    synchronized void restart() {
        cancel();
        pending = timer.schedule(this::expire, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void expire() {
        Thread stopping = new Thread(session::expire, "qpy-test-expire");
        stopping.setDaemon(true);
        stopping.start();
        pending = timer.schedule(giveUp, GRACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The tests have ended. */
    synchronized void cancel() {
        if (pending != null) {
            pending.cancel(false);
        }
    }
}
