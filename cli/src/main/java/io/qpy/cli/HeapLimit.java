package io.qpy.cli;

import io.qpy.device.Code;
import io.qpy.device.Notices;
import io.qpy.runtime.Session;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Watches how much a script's objects take, and tells when it is too much; an object of Python takes several times the room
 * that it has on a module. Garbage counts until a collection, so only what is in use after one is held against the script. The
 * limit is the same each time. It includes the young generation: that grows with the heap, to several times a small limit.
 */
final class HeapLimit implements AutoCloseable {
    private static final long LOOK_MILLIS = 10;
    private static final double SHARE = 0.7; // of what the JVM has, where the person names no limit
    private static final int MEGABYTE = 20; // bits
    private static final double GROWTH = 1.05; // after which a script that keeps what it has is told again
    private static final int STEP = 8; // the part of the limit that is allocated, at least, between two collections

    private final long most;
    private final Supplier<Future<Void>> exceeded;
    private final Thread watcher = new Thread(this::watch, "qpy-heap");
    private Future<Void> told = CompletableFuture.completedFuture(null);
    private long collected; // what was in use after the last collection, at most
    private long kept; // what was in use when the script was told last, and may still be; 0 where it has let go of it
    private volatile boolean closed;

    private HeapLimit(Long bytes, Supplier<Future<Void>> exceeded) {
        long room = (long) (oldGeneration() * SHARE);
        if (bytes != null && bytes > room) {
            throw new UsageException(
                    Code.HEAP,
                    "--heap: the JVM has room for " + (room >> MEGABYTE)
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
            Future<Void> raised = session.exhaust();
            notices.sayOnce(Code.HEAP, "the script holds more than the device's heap (--heap)");
            return raised;
        });
    }

    /** How large what survives collections can become. */
    private static long oldGeneration() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(each -> each.getType() == MemoryType.HEAP && each.isUsageThresholdSupported())
                .mapToLong(each -> each.getUsage().getMax())
                .max()
                .orElseThrow();
    }

    /** What the interpreter takes before a script runs, which is not the script's. */
    private static long interpreters() {
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
            } catch (RuntimeException | Error e) {
                // The script has all memory, which Truffle may tell in its own words; there is a next look.
            }
        }
    }

    private void look() {
        note(used());
        if (!told.isDone() || used() <= Math.max(allowed(), collected + most / STEP)) {
            return;
        }
        System.gc();
        collected = used();
        note(collected);
        if (collected > allowed()) {
            told = exceeded.get();
            kept = collected;
        }
    }

    /** Lowers what the script is known to hold: it holds no more than what is in use. */
    private void note(long used) {
        collected = Math.min(collected, used);
        kept = used > most ? Math.min(kept, used) : 0;
    }

    private long allowed() {
        return Math.max(most, (long) (kept * GROWTH));
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Watches no longer. */
    @Override
    public void close() {
        closed = true;
        watcher.interrupt();
    }
}
