package io.qpy.device;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

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

    // The thread in which an exception is to be raised, and whether it has been: until then it must not begin to wait.
    private Thread target;
    private Future<?> pending = CompletableFuture.completedFuture(null);

    /**
     * Runs a blocking call on this thread; {@link #interruptAll()} ends it.
     *
     * @throws DeviceError {@code OSError(EINTR)} when it was ended so; the script's pending exception comes after it
     */
    public <T> T call(Blocking<T> blocking) {
        Thread self = Thread.currentThread();
        synchronized (waiting) {
            if (self == target && !pending.isDone()) {
                throw DeviceError.os(Errno.EINTR);
            }
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

    /** Wakes one thread, if it waits, and keeps it awake until the exception has been raised in it. */
    public void interrupt(Thread thread, Future<?> exception) {
        synchronized (waiting) {
            target = thread;
            pending = exception;
            if (waiting.contains(thread)) {
                thread.interrupt();
            }
        }
    }

    /** Wakes every thread that waits, and keeps the one in which an exception is to be raised awake. */
    public void interruptAll(Thread thread, Future<?> exception) {
        synchronized (waiting) {
            target = thread;
            pending = exception;
            waiting.forEach(Thread::interrupt);
        }
    }

    /** Wakes every thread that waits. */
    public void interruptAll() {
        synchronized (waiting) {
            waiting.forEach(Thread::interrupt);
        }
    }
}
