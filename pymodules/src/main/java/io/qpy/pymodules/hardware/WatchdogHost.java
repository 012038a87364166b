package io.qpy.pymodules.hardware;

import io.qpy.device.board.Watchdog;
import io.qpy.device.time.Time;
import io.qpy.module.Callbacks;
import io.qpy.module.Exposed;

/** What {@code machine.WDT} asks of the watchdog. A run goes on as long as it watches. */
final class WatchdogHost {
    private final Watchdog watchdog;
    private final Callbacks callbacks;

    WatchdogHost(Watchdog watchdog, Callbacks callbacks) {
        this.watchdog = watchdog;
        this.callbacks = callbacks;
    }

    @Exposed
    void start(int seconds) {
        callbacks.expect(this);
        watchdog.start(Time.seconds(seconds), () -> callbacks.forget(this));
    }

    @Exposed
    void feed() {
        watchdog.feed();
    }

    @Exposed
    void stop() {
        watchdog.stop();
    }
}
