package io.qpy.pymodules.umqtt;

import io.qpy.device.time.Time;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;

/** The threads of one {@link Connection}; they end with it, and keep no program alive. */
final class IoThreads extends ScheduledThreadPoolExecutor {
    /** Paho's reader, writer and caller, and its connecting or disconnecting one. */
    private static final int THREADS = 4;

    private final Time time;
    private final Consumer<Throwable> failed;
    private final Map<Runnable, Integer> expected = new ConcurrentHashMap<>();

    /** @param failed told of an exception that ended one of Paho's threads, which Paho itself does not notice */
    IoThreads(Time time, Consumer<Throwable> failed) {
        super(THREADS, task -> time.helper("qpy-mqtt", task));
        this.time = time;
        this.failed = failed;
        setRejectedExecutionHandler((task, pool) -> {
            met(task);
            throw new RejectedExecutionException("the connection has ended");
        });
        setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** How Paho starts its reader, its writer and its caller, and then waits for each. */
    @Override
    public Future<?> submit(Runnable task) {
        Future<?> submitted = super.submit(task);
        LateStart.hurry(Thread.currentThread());
        return submitted;
    }

    @Override
    protected <V> RunnableScheduledFuture<V> decorateTask(Runnable task, RunnableScheduledFuture<V> future) {
        return expected(future);
    }

    @Override
    protected <V> RunnableScheduledFuture<V> decorateTask(Callable<V> task, RunnableScheduledFuture<V> future) {
        return expected(future);
    }

    /** Time stands still until the task begins, or it is known that it never will. */
    private <V> RunnableScheduledFuture<V> expected(RunnableScheduledFuture<V> task) {
        expected.put(task, time.expect());
        return task;
    }

    private void met(Runnable task) {
        Integer place = expected.remove(task);
        if (place != null) {
            time.met(place);
        }
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable task) {
        met(task);
    }

    @Override
    protected void terminated() {
        expected.keySet().forEach(this::met);
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
