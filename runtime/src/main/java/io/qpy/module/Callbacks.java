package io.qpy.module;

import io.qpy.device.time.Time;
import io.qpy.device.time.Waits;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Runs the script's functions for events that come from outside: one device thread, in the order of the events. A
 * thread that waits for a socket or a timer never runs Python itself; it posts here.
 */
public final class Callbacks implements AutoCloseable {
    /** Of MicroPython's scheduler, in the firmware. */
    private static final int DEPTH = 64;

    private final Time time;
    private final Queue<Runnable> events = new ArrayDeque<>();
    private CompletableFuture<Void> arrival = new CompletableFuture<>();
    private Thread thread;
    private boolean closed;
    private final Runnable onDrop;
    private int offered; // of the events, those that count for DEPTH
    private final Set<Object> sources = Collections.newSetFromMap(new IdentityHashMap<>());
    private CompletableFuture<Void> calm = new CompletableFuture<>();
    private long patience = Time.FOR_EVER;

    public Callbacks(Time time) {
        this(time, () -> {});
    }

    /** @param onDrop is told each event that is dropped */
    public Callbacks(Time time, Runnable onDrop) {
        this.time = time;
        this.onDrop = onDrop;
    }

    /**
     * As {@link #post}, for an event of the board's: it is dropped where 64 of them wait, as on the module (facts-board.md
     * B1.2). The function gets exactly one argument (B1.3).
     *
     * @return whether it will be called
     */
    public boolean offer(Callback callback, Object argument) {
        boolean taken = isTaken(callback, argument);
        if (!taken) {
            onDrop.run();
        }
        return taken;
    }

    private synchronized boolean isTaken(Callback callback, Object argument) {
        if (offered == DEPTH) {
            return closed;
        }
        offered++;
        post(
                all -> {
                    begin();
                    callback.call(all);
                },
                argument);
        return true;
    }

    private synchronized void begin() {
        offered--;
    }

    /** Something may call functions of the script's from now on: a run does not end before it is {@link #forget forgotten}. */
    public synchronized void expect(Object source) {
        sources.add(source);
    }

    public synchronized void forget(Object source) {
        if (sources.remove(source) && sources.isEmpty()) {
            calm.complete(null);
            calm = new CompletableFuture<>();
        }
    }

    /** Nothing is expected any more: nobody would see what it does. */
    public synchronized void forgetAll() {
        sources.clear();
        calm.complete(null);
        calm = new CompletableFuture<>();
    }

    /** Has {@link #awaitLast} wait no longer than so many nanoseconds: for a document's examples, which nobody presses a button for. */
    public synchronized void giveUpAfter(long length) {
        patience = length;
    }

    /** Waits until nothing is expected any more; false where nothing was, or it was given up. */
    public boolean awaitLast(Waits waits) {
        CompletableFuture<Void> end;
        long atMost;
        synchronized (this) {
            if (sources.isEmpty()) {
                return false;
            }
            end = calm;
            atMost = patience;
        }
        return waits.await(end, atMost);
    }

    /** Has the device thread call a function, after what was posted before. */
    public synchronized void post(Callback callback, Object... arguments) {
        if (closed) {
            return;
        }
        events.add(() -> callback.call(arguments));
        arrival.complete(null);
        if (thread == null) {
            thread = time.start("qpy-callbacks", this::run);
        }
    }

    private void run() {
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
        calm.complete(null);
        if (thread != null) {
            thread.interrupt();
        }
    }
}
