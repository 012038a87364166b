package io.qpy.pymodules.hardware;

import io.qpy.device.board.BoardTimer;
import io.qpy.device.time.Time;
import io.qpy.module.Callback;
import io.qpy.module.Callbacks;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;

/** A timer of {@code machine.Timer} or {@code osTimer}: a run goes on as long as it may still call the script's function. */
final class TimerHost {
    private final Callbacks callbacks;
    private final BoardTimer timer;
    private Object source = new Object();
    private boolean once;

    TimerHost(ModuleContext context, BoardTimer timer) {
        callbacks = context.callbacks();
        this.timer = timer;
    }

    /** Whether it was started and not stopped since. */
    @Exposed
    boolean isStarted() {
        return timer.isStarted();
    }

    /** Whether it was ever started. */
    @Exposed
    boolean hasRun() {
        return timer.hasRun();
    }

    /** Begins anew: calls the function after so many ms, and again after each period; 0 for once. */
    @Exposed
    synchronized void start(long first, long period, Callback callback) {
        stop();
        once = period == 0;
        callbacks.expect(source);
        timer.start(Time.millis(first), Time.millis(period), rings(source, callback));
    }

    /** Calls another function from now on. */
    @Exposed
    synchronized void change(Callback callback) {
        timer.change(rings(source, callback));
    }

    private Runnable rings(Object present, Callback callback) {
        boolean last = once;
        Callback called = arguments -> {
            try {
                if (isCurrent(present)) {
                    callback.call(arguments);
                }
            } finally {
                if (last) {
                    callbacks.forget(present);
                }
            }
        };
        return () -> {
            if (!callbacks.offer(called, null) && last) {
                callbacks.forget(present);
            }
        };
    }

    /** Whether the timer was neither stopped nor started anew while the call was waiting for its turn. */
    private synchronized boolean isCurrent(Object present) {
        return source == present;
    }

    @Exposed
    synchronized void stop() {
        timer.stop();
        callbacks.forget(source);
        source = new Object();
    }
}
