package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** What this process holds. */
final class Resources {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final int COLLECTIONS = 3;

    private Resources() {}

    /** Sockets and files that are open, by Linux's count. */
    static long descriptors() {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes that are left after the collector has been through. */
    static long heapAfterCollection() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Waits until a count is down: a server's side of a socket closes a moment after the device's. */
    static void awaitAtMost(long most, LongSupplier count) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (count.getAsLong() > most && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        long left = count.getAsLong();
        assertTrue(left <= most, () -> left + " where there were " + most);
    }
}
