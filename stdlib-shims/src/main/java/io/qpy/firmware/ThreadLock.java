package io.qpy.firmware;

import io.qpy.device.DeviceError;
import io.qpy.device.time.Time;
import io.qpy.device.time.Waits;
import io.qpy.module.Exposed;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** A lock between device threads; who waits longest gets it next. */
final class ThreadLock {
    private static final double MOST_SECONDS = 1e9;

    private final Waits waits;
    private final Queue<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private boolean taken;

    ThreadLock(Waits waits) {
        this.waits = waits;
    }

    /**
     * Whether this thread has it now.
     *
     * @param seconds how long to wait, less than 0 for ever
     */
    @Exposed
    boolean acquire(boolean blocks, double seconds) {
        waits.touch();
        CompletableFuture<Void> turn = new CompletableFuture<>();
        synchronized (this) {
            if (!taken || !blocks || seconds == 0) {
                boolean free = !taken;
                taken = true;
                return free;
            }
            waiting.add(turn);
        }
        try {
            boolean ignored = waits.await(turn, length(seconds));
            return isMine(turn);
        } catch (DeviceError interrupted) {
            if (isMine(turn)) {
                release();
            }
            throw interrupted;
        }
    }

    private static long length(double seconds) {
        return seconds < 0 ? Time.FOR_EVER : (long) (Math.min(seconds, MOST_SECONDS) * 1e9);
    }

    private synchronized boolean isMine(CompletableFuture<Void> turn) {
        return !waiting.removeIf(each -> each == turn);
    }

    /** Gives it to the next that waits. */
    @Exposed
    void release() {
        CompletableFuture<Void> next;
        synchronized (this) {
            next = waiting.poll();
            taken = next != null;
        }
        if (next != null) {
            next.complete(null);
        }
    }

    @Exposed
    synchronized boolean locked() {
        return taken;
    }
}
