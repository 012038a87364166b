package io.qpy.pymodules.hardware;

import io.qpy.device.board.Clicks;
import io.qpy.device.time.Time;
import io.qpy.module.Callback;
import io.qpy.module.Callbacks;
import io.qpy.module.Exposed;
import java.util.List;

/** What {@code machine.Key} asks of the key at a pin. A run goes on as long as it is watched. */
final class KeyHost {
    private final int line;
    private final Clicks clicks;
    private final Callbacks callbacks;

    KeyHost(int line, Clicks clicks, Callbacks callbacks) {
        this.line = line;
        this.clicks = clicks;
        this.callbacks = callbacks;
    }

    /** Calls the function with [line, event]; lengths are ms. */
    @Exposed
    void watch(int pull, int pressed, List<Number> lengths, Callback callback) {
        callbacks.expect(this);
        clicks.watch(
                pull,
                new Clicks.Manner(pressed, millis(lengths, 0), millis(lengths, 1), millis(lengths, 2)),
                event -> callbacks.offer(callback, List.of(line, event)));
    }

    private static long millis(List<Number> lengths, int index) {
        return Time.millis(lengths.get(index).longValue());
    }
}
