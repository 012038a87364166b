package io.qpy.device.time;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.Selector;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** This PC's time. */
final class RealTime implements Time {
    private final long start = System.nanoTime();
    private ScheduledThreadPoolExecutor alarms;

    @Override
    public long nanos() {
        return System.nanoTime() - start;
    }

    @Override
    public Instant instant() {
        return Instant.now();
    }

    @Override
    public void read() {}

    @Override
    public void touch() {}

    @Override
    public boolean takeTurn() {
        return false;
    }

    @Override
    public void interrupted(Thread thread) {}

    @Override
    public boolean await(CompletableFuture<?> event, long atMost) throws InterruptedException {
        if (event.isDone() || atMost <= 0) {
            return event.isDone();
        }
        try {
            if (atMost == FOR_EVER) {
                event.get();
            } else {
                event.get(atMost, TimeUnit.NANOSECONDS);
            }
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true; // complete, and the caller asks it how
        }
        return true;
    }

    @Override
    public int select(Selector selector, long moment, CompletableFuture<?> alarm)
            throws IOException, InterruptedException {
        CompletableFuture<?> told = alarm.whenComplete((value, thrown) -> selector.wakeup());
        try {
            return selectFor(selector, moment == FOR_EVER ? FOR_EVER : moment - nanos());
        } finally {
            told.cancel(false);
        }
    }

    private int selectFor(Selector selector, long left) throws IOException, InterruptedException {
        int ready;
        if (left == FOR_EVER) {
            ready = selector.select();
        } else {
            ready = left <= 0 ? selector.selectNow() : selector.select(TimeUnit.NANOSECONDS.toMillis(left + 999_999));
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return ready;
    }

    @Override
    public <T> T outside(Blocking<T> blocking) throws InterruptedException {
        return blocking.run();
    }

    @Override
    public Alarm schedule(long delay, Runnable task) {
        Future<?> scheduled = alarms().schedule(task, delay, TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    private synchronized ScheduledThreadPoolExecutor alarms() {
        if (alarms == null) {
            alarms = new ScheduledThreadPoolExecutor(1, RealTime::alarmThread);
            alarms.setRemoveOnCancelPolicy(true);
        }
        return alarms;
    }

    private static Thread alarmThread(Runnable work) {
        Thread thread = new Thread(work, "qpy-alarms");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public int expect() {
        return 0;
    }

    @Override
    public int expectAhead() {
        return 0;
    }

    @Override
    public void met(int place) {}

    @Override
    public void enter(int place) {}

    @Override
    public void leave() {}

    @Override
    public void halt() {}

    @Override
    public void forgetThreads() {}

    @Override
    public void goOn() {}

    @Override
    public Line line(SelectableChannel channel, InetSocketAddress peer) {
        return Line.UNCOUNTED;
    }

    @Override
    public Time another() {
        return new RealTime();
    }

    @Override
    public Line foreign() {
        return Line.UNCOUNTED;
    }

    @Override
    public Line accepted(SelectableChannel channel, InetSocketAddress peer) {
        return Line.UNCOUNTED;
    }

    @Override
    public void listening(int port) {}

    @Override
    public synchronized void close() {
        if (alarms != null) {
            alarms.shutdownNow();
        }
    }
}
