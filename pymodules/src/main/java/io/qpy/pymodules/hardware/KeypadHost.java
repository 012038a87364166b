package io.qpy.pymodules.hardware;

import io.qpy.device.board.Keys;
import io.qpy.module.Callback;
import io.qpy.module.Callbacks;
import io.qpy.module.Exposed;

/** What {@code machine.KeyPad} asks of the keys. A run goes on as long as it is watched. */
final class KeypadHost {
    private final Keys keys;
    private final Callbacks callbacks;

    KeypadHost(Keys keys, Callbacks callbacks) {
        this.keys = keys;
        this.callbacks = callbacks;
    }

    /** Calls the function with [1 pressed or 0 released, row, column] for keys of so many rows and columns. */
    @Exposed
    void watch(int rows, int columns, Callback callback) {
        callbacks.expect(this);
        keys.handle(event -> {
            if (event.get(1) < rows && event.get(2) < columns) {
                callbacks.offer(callback, event);
            }
        });
    }

    @Exposed
    void ignore() {
        keys.handle(null);
        callbacks.forget(this);
    }
}
