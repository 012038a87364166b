package io.qpy.device.time;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Set;

/**
 * How long virtual time stands still for device threads that run and do not wait. What counts is the processor time that
 * they have used, or a run would hang on what else this PC does.
 */
final class Patience {
    private static final long PROCESSOR_NANOS = Time.seconds(5);
    private static final long SHORT_PROCESSOR_NANOS = Time.millis(250);
    private static final long UNTIL_ASKED_NANOS = Time.millis(250);
    private static final long MOST_NANOS = Time.seconds(60);

    private long since = System.nanoTime();
    private long usedThen = -1;

    /** A thread has begun to wait, or to run. */
    void renew() {
        since = System.nanoTime();
        usedThen = -1;
    }

    /** Whether the threads have run for too long. */
    boolean isOver(Set<Thread> threads) {
        return used(threads) > PROCESSOR_NANOS || passed() > MOST_NANOS;
    }

    /** Whether they have run for so long that others are let in. */
    boolean isShort(Set<Thread> threads) {
        return used(threads) > SHORT_PROCESSOR_NANOS;
    }

    private long passed() {
        return System.nanoTime() - since;
    }

    /** Since it was first asked, which is not at once. */
    private long used(Set<Thread> threads) {
        if (passed() < UNTIL_ASKED_NANOS) {
            return 0;
        }
        long used = processorNanos(threads);
        if (usedThen < 0) {
            usedThen = used;
        }
        return used - usedThen;
    }

    private static long processorNanos(Set<Thread> threads) {
        ThreadMXBean bean = ManagementFactory.getThreadMXBean();
        return threads.stream()
                .mapToLong(thread -> Math.max(0, bean.getThreadCpuTime(thread.getId())))
                .sum();
    }
}
