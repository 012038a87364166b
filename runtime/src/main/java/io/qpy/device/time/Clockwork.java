package io.qpy.device.time;

import java.util.concurrent.locks.LockSupport;

/** The thread that makes one thing happen whenever all is at rest. */
final class Clockwork {
    private static final Runnable NOTHING = Clockwork::nothing;
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
    private Runnable onEnd = NOTHING;
    private Thread worker; // which does a task of the agenda; null for nobody
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

    /**
     * A device thread, whose wait has just begun, lets happen what comes before the end of its wait, as long as it is known
     * that all is at rest. Each change of threads that this saves takes longer than what most scripts do between two waits.
     */
    void hurry(Wait wait) {
        for (Runnable task = nextBefore(wait); task != null; task = nextBefore(wait)) {
            try {
                task.run();
            } finally {
                worksNoLonger();
            }
        }
    }

    /** Lets the next thing happen, and returns what is to be done for it; null if that is the clock's thread to do. */
    private Runnable nextBefore(Wait wait) {
        synchronized (changes) {
            if (wait.isOver() || closed || worker != null || traffic.hasForeign() || !rest.isKnown()) {
                return null;
            }
            progress.flow(false);
            Wait first = waiting.next();
            long next = agenda.next();
            boolean isTurn = isTurnOf(first, next);
            if (!isTurn && (next == Time.FOR_EVER || progress.endsBy(next))) {
                return null;
            }
            return begin(isTurn ? goOn(first) : jump(next));
        }
    }

    /** This thread begins what has come about. */
    private Runnable begin(Runnable task) {
        progress.countRound();
        changes.add();
        worker = task == NOTHING ? null : Thread.currentThread();
        return task;
    }

    private void worksNoLonger() {
        synchronized (changes) {
            worker = worker == Thread.currentThread() ? null : worker;
        }
    }

    private boolean isTurnOf(Wait first, long next) {
        return first != null && first.readyAt() <= next && !progress.isOver();
    }

    /** Waits until no device thread runs, or one has for long; returns the count of changes, or -1 at the end. */
    private long awaitPause() {
        synchronized (changes) {
            while (!closed && (worker != null || rest.isToBeAwaited())) {
                changes.doze();
            }
            return closed ? -1 : changes.count();
        }
    }

    /** One thing happens. */
    private void proceed(long seen) {
        Runnable task;
        synchronized (changes) {
            if (changes.count() != seen && !rest.mayPass()) {
                return; // a device thread has gone on by itself
            }
            boolean flows = threads.areBusy() || traffic.hasForeign();
            progress.flow(flows);
            Wait first = waiting.next();
            if (first == null && threads.isAnyRunning() && !threads.areBusy()) {
                return;
            }
            long next = agenda.next();
            if (isTurnOf(first, next)) {
                task = goOn(first);
            } else if (progress.endsBy(next) && !flows) {
                task = end();
            } else if (next == Time.FOR_EVER || (flows && next > progress.now())) {
                awaitChange(seen, flows);
                return;
            } else {
                task = jump(next);
            }
            begin(task);
        }
        task.run();
        worksNoLonger();
    }

    /** A device thread goes on. */
    private Runnable goOn(Wait first) {
        progress.stand(first.isLook());
        waiting.end(first);
        return NOTHING;
    }

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
        return due.task() == null ? NOTHING : due.task();
    }

    private static void nothing() {}

    private void awaitChange(long seen, boolean flows) {
        do {
            changes.doze();
        } while (changes.count() == seen && !flows && !closed);
    }
}
