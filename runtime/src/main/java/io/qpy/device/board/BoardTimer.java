package io.qpy.device.board;

import io.qpy.device.time.Alarm;
import io.qpy.device.time.Time;

/** A timer of the module's: it does something once, or again and again. Lengths are nanoseconds. */
public final class BoardTimer {
    private final BoardTimers all;
    private final Time time;
    private Runnable task = () -> {};
    private Alarm alarm = () -> {};
    private long due;
    private long period;
    private boolean started;
    private boolean hasRun;

    BoardTimer(BoardTimers all, Time time) {
        this.all = all;
        this.time = time;
    }

    /**
     * Begins anew.
     *
     * @param length until the task is done first
     * @param again from then on, until it is done again; 0 for never
     * @param newTask must not block
     */
    public synchronized void start(long length, long again, Runnable newTask) {
        stop();
        started = true;
        hasRun = true;
        task = newTask;
        period = again;
        due = time.in(length);
        all.add(this);
        alarm = time.schedule(length, this::ring);
    }

    /** Does this from now on, at the moments that are set. */
    public synchronized void change(Runnable newTask) {
        task = newTask;
    }

    private synchronized void ring() {
        if (!all.has(this)) {
            return;
        }
        Runnable present = task;
        if (period == 0) {
            all.remove(this);
        } else {
            // Where this PC slept, the rounds that were missed are left out.
            long behind = Math.max(0, time.nanos() - due);
            due += period * (1 + behind / period);
            alarm = time.schedule(Math.max(0, due - time.nanos()), this::ring);
        }
        present.run();
    }

    public synchronized void stop() {
        started = false;
        alarm.cancel();
        all.remove(this);
    }

    /** Whether it was ever started (B2.54). */
    public synchronized boolean hasRun() {
        return hasRun;
    }

    /** It is as if it never was. */
    synchronized void forget() {
        stop();
        hasRun = false;
    }

    /** Whether it was started and not stopped; one that has done its task once is still started (facts-board.md B2.53). */
    public synchronized boolean isStarted() {
        return started;
    }
}
