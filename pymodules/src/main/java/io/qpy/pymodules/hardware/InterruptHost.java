package io.qpy.pymodules.hardware;

import io.qpy.device.board.Interrupt;
import io.qpy.device.time.Time;
import io.qpy.module.Callback;
import io.qpy.module.Callbacks;
import io.qpy.module.Exposed;
import java.util.List;

/** What {@code machine.ExtInt} asks of a pin's interrupt. A run goes on as long as it is enabled. */
final class InterruptHost {
    private final int line;
    private final Interrupt interrupt;
    private final Callbacks callbacks;

    InterruptHost(int line, Interrupt interrupt, Callbacks callbacks) {
        this.line = line;
        this.interrupt = interrupt;
        this.callbacks = callbacks;
    }

    /** Calls the function with [line, edge]; a level must have stayed for so many ms. */
    @Exposed
    void arm(int mode, int pull, int filter, Callback callback) {
        callbacks.expect(this);
        interrupt.arm(mode, pull, Time.millis(filter), edge -> callbacks.offer(callback, List.of(line, edge)));
    }

    @Exposed
    void enable() {
        callbacks.expect(this);
        interrupt.enable();
    }

    @Exposed
    void disable() {
        interrupt.disable();
        callbacks.forget(this);
    }

    /** [rising, falling]. */
    @Exposed
    List<Integer> counts() {
        return interrupt.counts();
    }

    @Exposed
    void resetCounts() {
        interrupt.resetCounts();
    }

    @Exposed
    int level() {
        return interrupt.level();
    }
}
