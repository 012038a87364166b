package io.qpy.cli;

import io.qpy.device.Notices;
import io.qpy.runtime.Session;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;

/**
 * Watches how much a script's objects take, and tells when it is too much. It looks at the old generation, after a
 * collection; an object of Python takes several times the room that it has on a module.
 */
final class HeapLimit implements AutoCloseable {
    private static final long LOOK_MILLIS = 50;
    private static final double SHARE = 0.7; // of what the JVM has, where the person names no limit
    private static final long NO_LIMIT = Long.MAX_VALUE;
    private static final int MEGABYTE = 20; // bits
    private static final double GROWTH = 1.2; // after which a script that went on is told again

    private final MemoryPoolMXBean pool = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(each -> each.getType() == MemoryType.HEAP && each.isUsageThresholdSupported())
            .max(Comparator.comparingLong(each -> each.getUsage().getMax()))
            .orElseThrow();
    private long most; // the next time that is too much
    private final Runnable exceeded;
    private final Thread watcher = new Thread(this::watch, "qpy-heap");

    private HeapLimit(long most, Runnable exceeded) {
        long room = (long) (pool.getUsage().getMax() * SHARE);
        if (most != NO_LIMIT && most > room) {
            throw new UsageException("--heap: the JVM has room for " + (room >> MEGABYTE)
                    + "M at most; QPY_JAVA_OPTS=-Xmx4g, for instance, gives it more");
        }
        this.most = Math.min(most, room);
        this.exceeded = exceeded;
        watcher.setDaemon(true);
        watcher.start();
    }

    /**
     * Watches until it is closed, and raises MemoryError.
     *
     * @param bytes null for most of what the JVM has
     */
    static HeapLimit watch(Long bytes, Session session, Notices notices) {
        return new HeapLimit(bytes == null ? NO_LIMIT : bytes, () -> {
            notices.sayOnce("the script holds more than the device's heap (--heap)");
            session.exhaust();
        });
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK_MILLIS);
                if (used() > most && stillUsedAfterCollection()) {
                    most = (long) (used() * GROWTH);
                    exceeded.run();
                }
            }
        } catch (InterruptedException e) {
            // The script has ended.
        }
    }

    private boolean stillUsedAfterCollection() {
        System.gc();
        return used() > most;
    }

    private long used() {
        return pool.getUsage().getUsed();
    }

    /** Watches no longer. */
    @Override
    public void close() {
        watcher.interrupt();
    }
}
