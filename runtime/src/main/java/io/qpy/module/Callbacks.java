package io.qpy.module;

import io.qpy.device.time.Time;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * Runs the script's functions for events that come from outside: one device thread, in the order of the events. A
 * thread that waits for a socket or a timer never runs Python itself; it posts here.
 */
public final class Callbacks implements AutoCloseable {
    private final Time time;
    private final Queue<Runnable> events = new ArrayDeque<>();
    private CompletableFuture<Void> arrival = new CompletableFuture<>();
    private Thread thread;
    private boolean closed;

    public Callbacks(Time time) {
        this.time = time;
    }

    /** Has the device thread call a function, after what was posted before. */
    public synchronized void post(Callback callback, Object... arguments) {
        if (closed) {
            return;
        }
        events.add(() -> callback.call(arguments));
        arrival.complete(null);
        if (thread == null) {
            int place = time.expect();
            thread = new Thread(() -> run(place), "qpy-callbacks");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run(int place) {
        time.enter(place);
        try {
            while (true) {
                Runnable event = next();
                if (event == null) {
                    boolean ignored = time.await(arrival(), Time.FOR_EVER);
                } else {
                    event.run();
                    time.touch();
                }
            }
        } catch (InterruptedException e) {
            // The device is switched off.
        } finally {
            time.leave();
        }
    }

    private synchronized Runnable next() {
        return events.poll();
    }

    private synchronized CompletableFuture<Void> arrival() {
        if (events.isEmpty()) {
            arrival = new CompletableFuture<>();
        }
        return arrival;
    }

    /** Whether no event has come that a script wanted. */
    public synchronized boolean areUnused() {
        return thread == null;
    }

    /** Ends the device thread; what has not run yet does not run. */
    @Override
    public synchronized void close() {
        closed = true;
        events.clear();
        if (thread != null) {
            thread.interrupt();
        }
    }
}
