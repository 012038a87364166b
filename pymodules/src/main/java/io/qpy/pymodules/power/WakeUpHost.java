package io.qpy.pymodules.power;

import io.qpy.device.board.Interrupt;
import io.qpy.module.Callback;
import io.qpy.module.Callbacks;
import io.qpy.module.Exposed;

/** What {@code pm.WakeUp} asks of a line. A run goes on as long as it is enabled. */
final class WakeUpHost {
    private final Interrupt interrupt;
    private final Callbacks callbacks;

    WakeUpHost(Interrupt interrupt, Callbacks callbacks) {
        this.interrupt = interrupt;
        this.callbacks = callbacks;
    }

    /** Sets the line up: it calls the function with its level when it is enabled. */
    @Exposed
    void prepare(int edge, int pull, Callback callback) {
        interrupt.arm(edge, pull, 0, each -> callbacks.offer(callback, each == Interrupt.RISING ? 1 : 0));
        interrupt.disable();
    }

    @Exposed
    void enable() {
        callbacks.expect(interrupt);
        interrupt.enable();
    }

    @Exposed
    void disable() {
        interrupt.disable();
        callbacks.forget(interrupt);
    }

    @Exposed
    int level() {
        return interrupt.level();
    }
}
