package io.qpy.device;

import io.qpy.device.time.Time;
import java.io.IOException;
import java.nio.channels.Selector;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/**
 * The device threads that are waiting inside a host call, so that Ctrl-C can wake them.
 *
 * <p>A thread's interrupt flag must never be set while it runs Python: GraalPy writes through an interruptible
 * channel, which closes itself under an interrupted thread. So only a thread that waits here is interrupted, and the
 * flag is cleared before it leaves.
 */
public final class Waits {
    private final Time time;
    private final Set<Thread> waiting = new HashSet<>();

    // The thread in which an exception is to be raised, and whether it has been: until then it must not begin to wait.
    private Thread target;
    private Future<?> pending = CompletableFuture.completedFuture(null);

    Waits(Time time) {
        this.time = time;
    }

    /** Waits so many nanoseconds. */
    public void sleep(long length) {
        boolean ignored = await(new CompletableFuture<>(), length);
    }

    /** {@link Time#touch}. */
    public void touch() {
        Time.Blocking<Object> touching = () -> {
            time.touch();
            return null;
        };
        call(touching);
    }

    /** Waits until the event is complete, at most so many nanoseconds; whether it is complete. */
    public boolean await(CompletableFuture<?> event, long atMost) {
        return call(() -> time.await(event, atMost));
    }

    /**
     * The event's result, waited for at most so many nanoseconds.
     *
     * @throws ExecutionException with what the event failed for
     * @throws TimeoutException when it is not complete then
     */
    public <T> T result(CompletableFuture<T> event, long atMost) throws ExecutionException, TimeoutException {
        if (!await(event, atMost)) {
            throw new TimeoutException("nothing came in time");
        }
        try {
            return event.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException("a complete event is not waited for", e);
        }
    }

    /** {@link Time#select}, at whose end the script's thread may be interrupted. */
    public int select(Selector selector, long moment) throws IOException {
        Time.Blocking<Object> selection = () -> {
            try {
                return time.select(selector, moment);
            } catch (IOException e) {
                return e;
            }
        };
        Object result = call(selection);
        if (result instanceof IOException e) {
            throw e;
        }
        return (Integer) result;
    }

    /** Waits for the world outside of the device. */
    public <T> T outside(Time.Blocking<T> blocking) {
        return call(() -> time.outside(blocking));
    }

    /**
     * Runs a blocking call on this thread; {@link #interruptAll()} ends it.
     *
     * @throws DeviceError {@code OSError(EINTR)} when it was ended so; the script's pending exception comes after it
     */
    private <T> T call(Time.Blocking<T> blocking) {
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
