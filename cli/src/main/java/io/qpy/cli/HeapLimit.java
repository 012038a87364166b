package io.qpy.cli;

import io.qpy.device.Notices;
import io.qpy.runtime.Session;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;

/**
 * Watches how much a script's objects take, and tells when it is too much. It looks at the old generation, after a
 * collection; an object of Python takes several times the room that it has on a module. The limit is the same each time.
 */
final class HeapLimit implements AutoCloseable {
    private static final long LOOK_MILLIS = 10;
    private static final double SHARE = 0.7; // of what the JVM has, where the person names no limit
    private static final int MEGABYTE = 20; // bits
    private static final double GROWTH = 1.05; // after which a script that keeps what it has is told again

    private final MemoryPoolMXBean pool = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(each -> each.getType() == MemoryType.HEAP && each.isUsageThresholdSupported())
            .max(Comparator.comparingLong(each -> each.getUsage().getMax()))
            .orElseThrow();
    private final long most;
    private final Runnable exceeded;
    private final Thread watcher = new Thread(this::watch, "qpy-heap");
    private long kept; // what was in use when the script was told last and still is; 0 where it has let go of it
    private volatile boolean closed;

    private HeapLimit(Long bytes, Runnable exceeded) {
        long room = (long) (pool.getUsage().getMax() * SHARE);
        if (bytes != null && bytes > room) {
            throw new UsageException("--heap: the JVM has room for " + (room >> MEGABYTE)
                    + "M at most; QPY_JAVA_OPTS=-Xmx4g, for instance, gives it more");
        }
        most = bytes == null ? room : Math.min(room, bytes + interpreters());
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
        return new HeapLimit(bytes, () -> {
            session.exhaust();
            notices.sayOnce("the script holds more than the device's heap (--heap)");
        });
    }

    /** What the interpreter takes before a script runs, which is not the script's. */
    private long interpreters() {
        System.gc();
        return used();
    }

    private void watch() {
        while (!closed) {
            try {
                Thread.sleep(LOOK_MILLIS);
                look();
            } catch (InterruptedException e) {
                return; // The script has ended.
            } catch (OutOfMemoryError e) {
                // The script has the same; there is a next look.
            }
        }
    }

    private void look() {
        if (used() <= Math.max(most, (long) (kept * GROWTH))) {
            return;
        }
        System.gc();
        long used = used();
        boolean tells = used > most && used > kept * GROWTH;
        kept = used > most ? used : 0;
        if (tells) {
            exceeded.run();
        }
    }

    private long used() {
        return pool.getUsage().getUsed();
    }

    /** Watches no longer. */
    @Override
    public void close() {
        closed = true;
        watcher.interrupt();
    }
}
