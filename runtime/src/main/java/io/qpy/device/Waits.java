package io.qpy.device;

import java.util.HashSet;
import java.util.Set;

/**
 * The device threads that are waiting inside a host call, so that Ctrl-C can wake them.
 *
 * <p>A thread's interrupt flag must never be set while it runs Python: GraalPy writes through an interruptible
 * channel, which closes itself under an interrupted thread. So only a thread inside {@link #call} is interrupted, and
 * the flag is cleared before it leaves.
 */
public final class Waits {
    /** Something that blocks and answers to {@link Thread#interrupt()}. */
    public interface Blocking<T> {
        T run() throws InterruptedException;
    }

    private final Set<Thread> waiting = new HashSet<>();

    /**
     * Runs a blocking call on this thread; {@link #interruptAll()} ends it.
     *
     * @throws DeviceError {@code OSError(EINTR)} when it was ended so; the script's pending exception comes after it
     */
    public <T> T call(Blocking<T> blocking) {
        Thread self = Thread.currentThread();
        synchronized (waiting) {
            waiting.add(self);
        }
        try {
            return blocking.run();
        } catch (InterruptedException e) {
            throw DeviceError.os(Errno.EINTR);
        } finally {
            leave(self);
        }
    }

    private void leave(Thread self) {
        synchronized (waiting) {
            waiting.remove(self);
            boolean ignored = Thread.interrupted();
        }
    }

    /** Wakes one thread, if it waits. */
    public void interrupt(Thread thread) {
        synchronized (waiting) {
            if (waiting.contains(thread)) {
                thread.interrupt();
            }
        }
    }

    /** Wakes every thread that waits. */
    public void interruptAll() {
        synchronized (waiting) {
            waiting.forEach(Thread::interrupt);
        }
    }
}
