package io.qpy.pymodules.umqtt;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;

/** The threads of one {@link Connection}; they end with it, and keep no program alive. */
final class IoThreads extends ScheduledThreadPoolExecutor {
    /** Paho's reader, writer and caller, its connecting or disconnecting one, and the pings. */
    private static final int THREADS = 5;

    private final Consumer<Throwable> failed;

    /** @param failed told of an exception that ended one of Paho's threads, which Paho itself does not notice */
    IoThreads(Consumer<Throwable> failed) {
        super(THREADS, task -> {
            Thread thread = new Thread(task, "qpy-mqtt");
            thread.setDaemon(true);
            return thread;
        });
        this.failed = failed;
        setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    protected void afterExecute(Runnable task, Throwable thrown) {
        super.afterExecute(task, thrown);
        if (task instanceof Future<?> future && future.isDone()) {
            try {
                future.get();
            } catch (ExecutionException e) {
                failed.accept(e.getCause());
            } catch (CancellationException | InterruptedException e) {
                // Paho ends its threads by cancelling them.
            }
        }
    }
}
