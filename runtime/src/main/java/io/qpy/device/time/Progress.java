package io.qpy.device.time;

import java.util.function.LongSupplier;

/**
 * The moment to which virtual time has come, and the ways in which it goes on: it jumps, it flows as this PC's does, and it
 * creeps where it would stand still forever.
 *
 * <p>Not thread-safe: {@link Changes} guards it.
 */
final class Progress {
    private static final int FREE_READS = 100;
    private static final int FREE_ROUNDS = 1000;
    private static final int FREE_LOOKS = 100;
    private static final long ROUND_NANOS = 100_000;
    private static final long MOST_LOOK_NANOS = Time.millis(10);
    private static final long READ_NANOS = Time.millis(1);

    private final LongSupplier pc;
    private long now;
    private long end = Time.FOR_EVER;
    private long rounds;
    private int reads;
    private int standing; // rounds since time has jumped
    private int looks; // rounds in which threads have only looked, since time has jumped
    private boolean flows;
    private long flowedUntil;

    /** @param pc this PC's time, as of {@link System#nanoTime} */
    Progress(LongSupplier pc) {
        this.pc = pc;
    }

    long now() {
        return now;
    }

    /** Counts what virtual time has let happen. */
    long rounds() {
        return rounds;
    }

    void countRound() {
        rounds++;
    }

    void endAt(long moment) {
        end = moment;
    }

    /** Whether the run's end has come. */
    boolean isOver() {
        return now >= end;
    }

    /** Whether the run's end comes no later than the moment. */
    boolean endsBy(long moment) {
        return end != Time.FOR_EVER && moment >= end;
    }

    void jumpToEnd() {
        now = Math.max(now, end);
    }

    /** To what is due then, or has been due since. */
    void jump(long moment) {
        if (moment > now) {
            standing = 0;
            looks = 0;
            now = moment;
        }
    }

    /** A thread reads the clock: each read without a wait, after the first hundred, takes a millisecond. */
    void read() {
        reads++;
        if (reads > FREE_READS) {
            now += READ_NANOS;
        }
    }

    /** A thread waits. */
    void waited() {
        reads = 0;
    }

    /**
     * A thread goes on at this moment. Threads that only look at something, again and again, or wake each other would make
     * time stand still forever. It goes on for them: faster and faster for those that look.
     */
    void stand(boolean look) {
        standing++;
        looks = look ? looks + 1 : 0;
        if (looks > FREE_LOOKS) {
            int doublings = Math.min((looks - FREE_LOOKS) / FREE_LOOKS, Integer.SIZE - 1);
            creep(Math.min(ROUND_NANOS << doublings, MOST_LOOK_NANOS));
        } else if (standing > FREE_ROUNDS) {
            creep(ROUND_NANOS);
        }
    }

    private void creep(long length) {
        now = Math.min(now + length, end);
    }

    /** Brings time to where this PC's has brought it since the last call, if it flowed then and does now. */
    void flow(boolean flowing) {
        long real = pc.getAsLong();
        if (flowing && flows) {
            now += real - flowedUntil;
        }
        flows = flowing;
        flowedUntil = real;
    }

    /** What has passed since the last call does not count. */
    void stopFlow() {
        flows = false;
    }
}
