package io.qpy.device.time;

import java.util.concurrent.locks.LockSupport;

/** The thread that makes one thing happen whenever all is at rest. */
final class Clockwork {
    private static final long LEAST_PAUSE_NANOS = 10_000;
    private static final long MOST_PAUSE_NANOS = 1_000_000;

    private final Changes changes;
    private final Progress progress;
    private final DeviceThreads threads;
    private final Waiting waiting;
    private final Agenda agenda;
    private final Traffic traffic;
    private final Rest rest;
    private final Thread thread = new Thread(this::run, "qpy-time");
    private Runnable onEnd = Clockwork::nothing;
    private boolean closed;

    Clockwork(TimeParts parts, Rest rest) {
        changes = parts.changes();
        progress = parts.progress();
        threads = parts.threads();
        waiting = parts.waiting();
        agenda = parts.agenda();
        traffic = parts.traffic();
        this.rest = rest;
        thread.setDaemon(true);
    }

    /** Makes a call at the end of the run, which must not block. The caller holds the monitor. */
    void onEnd(Runnable call) {
        onEnd = call;
    }

    /** Starts, unless that was done. The caller holds the monitor. */
    void start() {
        if (!thread.isAlive() && !closed) {
            thread.start();
        }
    }

    /** Stops for good. The caller holds the monitor. */
    void close() {
        closed = true;
        changes.tell();
    }

    private void run() {
        long pause = LEAST_PAUSE_NANOS;
        while (true) {
            long seen = awaitPause();
            if (seen < 0) {
                return;
            }
            if (rest.isSince(seen)) {
                pause = LEAST_PAUSE_NANOS;
                proceed(seen);
            } else {
                LockSupport.parkNanos(pause);
                pause = Math.min(2 * pause, MOST_PAUSE_NANOS);
            }
        }
    }

    /** Waits until no device thread runs, or one has for long; returns the count of changes, or -1 at the end. */
    private long awaitPause() {
        synchronized (changes) {
            while (!closed && rest.isToBeAwaited()) {
                changes.doze();
            }
            return closed ? -1 : changes.count();
        }
    }

    /** One thing happens. */
    private void proceed(long seen) {
        Runnable task;
        synchronized (changes) {
            boolean flows = threads.areBusy() || traffic.hasForeign();
            progress.flow(flows);
            Wait first = waiting.next();
            if (first == null && threads.isAnyRunning() && !threads.areBusy()) {
                return;
            }
            long next = agenda.next();
            if (first != null && first.readyAt() <= next && !progress.isOver()) {
                task = goOn(first);
            } else if (progress.endsBy(next) && !flows) {
                task = end();
            } else if (next == Time.FOR_EVER || (flows && next > progress.now())) {
                awaitChange(seen, flows);
                return;
            } else {
                task = jump(next);
            }
            progress.countRound();
            changes.add();
        }
        task.run();
    }

    /** A device thread goes on. */
    private Runnable goOn(Wait first) {
        progress.stand(first.isLook());
        waiting.end(first);
        return Clockwork::nothing;
    }

    private static void nothing() {}

    private Runnable end() {
        progress.jumpToEnd();
        closed = true;
        return onEnd;
    }

    /** Time jumps to what is due next. */
    private Runnable jump(long next) {
        progress.jump(next);
        Agenda.Entry due = agenda.take();
        if (due.ending() != null) {
            waiting.end(due.ending());
        }
        return due.task() == null ? Clockwork::nothing : due.task();
    }

    private void awaitChange(long seen, boolean flows) {
        do {
            changes.doze();
        } while (changes.count() == seen && !flows && !closed);
    }
}
