package io.qpy.pymodules.hardware;

import io.qpy.device.board.BoardTimer;
import io.qpy.device.time.Time;
import io.qpy.module.Callback;
import io.qpy.module.Callbacks;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;

/** A timer of {@code machine.Timer} or {@code osTimer}: a run goes on as long as it may still call the script's function. */
public final class TimerHost {
    private final Callbacks callbacks;
    private final BoardTimer timer;
    private Object source = new Object();

    public TimerHost(ModuleContext context) {
        callbacks = context.callbacks();
        timer = context.device().board().timers().timer();
    }

    /** Begins anew: calls the function after so many ms, and again after each period; 0 for once. */
    @Exposed
    synchronized void start(long first, long period, Callback callback) {
        stop();
        Object present = new Object();
        source = present;
        callbacks.expect(present);
        timer.start(Time.millis(first), Time.millis(period), rings(period == 0, present, callback));
    }

    /** Calls another function from now on. */
    @Exposed
    synchronized void change(boolean once, Callback callback) {
        timer.change(rings(once, source, callback));
    }

    private Runnable rings(boolean once, Object present, Callback callback) {
        Callback called = arguments -> {
            try {
                if (isCurrent(present)) {
                    callback.call(arguments);
                }
            } finally {
                if (once) {
                    callbacks.forget(present);
                }
            }
        };
        return () -> {
            if (!callbacks.offer(called, null) && once) {
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
