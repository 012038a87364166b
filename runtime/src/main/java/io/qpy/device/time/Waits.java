package io.qpy.device.time;

import io.qpy.device.DeviceError;
import io.qpy.device.Errno;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

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
    private final Set<Thread> woken = new HashSet<>(); // of those that are waiting

    /** The exceptions that are to be raised in threads: until then these must not begin to wait. */
    private final Map<Thread, Future<?>> pending = new HashMap<>();

    public Waits(Time time) {
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

    /** {@link Time#takeTurn}. */
    public boolean takeTurn() {
        return call(time::takeTurn);
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
    public int select(Selector selector, long moment, CompletableFuture<?> alarm) throws IOException {
        return work(() -> time.select(selector, moment, alarm), () -> {});
    }

    /** What is done with a connection: it waits in {@link Time} only, as the device's sockets do. */
    public interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    /**
     * Does a client library's work on this thread.
     *
     * @param connection closed when the work is interrupted
     */
    public <T> T work(Work<T> work, Closeable connection) throws IOException {
        AtomicReference<IOException> failure = new AtomicReference<>();
        T result = call(() -> {
            try {
                return work.run();
            } catch (IOException e) {
                if (isWoken()) {
                    abandon(connection);
                    throw interruption(e);
                }
                failure.set(e);
                return null;
            }
        });
        if (failure.get() != null) {
            throw failure.get();
        }
        return result;
    }

    private static void abandon(Closeable connection) {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InterruptedException interruption(IOException cause) {
        InterruptedException interruption = new InterruptedException("interrupted in a connection");
        interruption.initCause(cause);
        return interruption;
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
            Future<?> exception = pending.get(self);
            if (exception != null && !exception.isDone()) {
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
            woken.remove(self);
            boolean ignored = Thread.interrupted();
        }
    }

    private boolean isWoken() {
        synchronized (waiting) {
            return woken.contains(Thread.currentThread());
        }
    }

    private void wake(Thread thread) {
        woken.add(thread);
        thread.interrupt();
        time.interrupted(thread);
    }

    private void expect(Thread thread, Future<?> exception) {
        pending.values().removeIf(Future::isDone);
        pending.put(thread, exception);
    }

    /** Wakes one thread, if it waits, and keeps it awake until the exception has been raised in it. */
    public void interrupt(Thread thread, Future<?> exception) {
        synchronized (waiting) {
            expect(thread, exception);
            if (waiting.contains(thread)) {
                wake(thread);
            }
        }
    }

    /** Wakes every thread that waits, and keeps the one in which an exception is to be raised awake. */
    public void interruptAll(Thread thread, Future<?> exception) {
        synchronized (waiting) {
            expect(thread, exception);
            waiting.forEach(this::wake);
        }
    }

    /** Wakes every thread that waits. */
    public void interruptAll() {
        synchronized (waiting) {
            waiting.forEach(this::wake);
        }
    }
}
