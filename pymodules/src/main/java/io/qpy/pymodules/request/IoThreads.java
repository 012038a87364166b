package io.qpy.pymodules.request;

import io.qpy.device.Waits;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Does socket work for a device thread that waits for it. A device thread answers to an interruption, which a
 * blocked socket does not.
 */
final class IoThreads implements Closeable {
    private final Waits waits;
    private final ExecutorService threads =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                Thread thread = new Thread(work, "qpy-request");
                thread.setDaemon(true);
                return thread;
            });

    IoThreads(Waits waits) {
        this.waits = waits;
    }

    /**
     * The work's result.
     *
     * @param connection closed, which ends the work, when the wait for it is interrupted
     */
    <T> T call(Callable<T> work, Closeable connection) throws IOException {
        try {
            Future<T> result = threads.submit(work);
            waits.call(() -> settle(result, connection));
            return result.get();
        } catch (RejectedExecutionException e) {
            throw new IOException("the device is switched off", e);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("the work has ended, there was nothing to wait for", e);
        }
    }

    private static Void settle(Future<?> result, Closeable connection) throws InterruptedException {
        try {
            result.get();
        } catch (ExecutionException e) {
            return null; // thrown by the caller's own get, outside the wait
        } catch (InterruptedException e) {
            abandon(connection);
            throw e;
        }
        return null;
    }

    private static void abandon(Closeable connection) {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IOException rethrown(Throwable cause) {
        if (cause instanceof IOException e) {
            return e;
        }
        if (cause instanceof RuntimeException e) {
            throw e;
        }
        throw new IllegalStateException(cause);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
