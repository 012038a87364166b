package io.qpy.device;

import io.qpy.device.time.Time;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Has work done, each on a thread of its own, that blocks in a socket or in the PC's resolver. A device thread waits for
 * it where Ctrl-C wakes it.
 */
public final class Helpers {
    private final Time time;
    private final Waits waits;

    Helpers(Time time, Waits waits) {
        this.time = time;
        this.waits = waits;
    }

    /**
     * The work's result.
     *
     * @param name of the thread
     * @param connection closed, which ends the work, when the wait for it is interrupted
     */
    public <T> T call(String name, Callable<T> work, Closeable connection) throws IOException {
        CompletableFuture<T> result = new CompletableFuture<>();
        time.helper(name, () -> run(work, result)).start();
        try {
            return waits.result(result, Time.FOR_EVER);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("for ever is over", e);
        } catch (DeviceError e) {
            abandon(connection);
            throw e;
        }
    }

    private static <T> void run(Callable<T> work, CompletableFuture<T> result) {
        try {
            result.complete(work.call());
        } catch (Exception | LinkageError e) {
            result.completeExceptionally(e);
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

    private static void abandon(Closeable connection) {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
