package io.qpy.module;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Runs the script's functions for events that come from outside: one device thread, in the order of the events. A
 * thread that waits for a socket or a timer never runs Python itself; it posts here.
 */
public final class Callbacks implements AutoCloseable {
    private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    private Thread thread;
    private boolean closed;

    /** Has the device thread call a function, after what was posted before. */
    public synchronized void post(Callback callback, Object... arguments) {
        if (closed) {
            return;
        }
        if (thread == null) {
            thread = new Thread(this::run, "qpy-callbacks");
            thread.setDaemon(true);
            thread.start();
        }
        events.add(() -> callback.call(arguments));
    }

    private void run() {
        try {
            while (true) {
                events.take().run();
            }
        } catch (InterruptedException e) {
            events.clear();
        }
    }

    /** Ends the device thread; what has not run yet does not run. */
    @Override
    public void close() {
        Thread ending;
        synchronized (this) {
            closed = true;
            ending = thread;
        }
        if (ending == null) {
            return;
        }
        events.clear();
        ending.interrupt();
    }
}
