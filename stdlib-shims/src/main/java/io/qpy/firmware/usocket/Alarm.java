package io.qpy.firmware.usocket;

import io.qpy.module.Exposed;
import java.util.concurrent.CompletableFuture;

/** Ends a wait for sockets from another thread: the loop of {@code uasyncio} hears so of what threads and callbacks set. */
final class Alarm {
    private volatile CompletableFuture<Void> rung = new CompletableFuture<>();

    @Exposed
    void ring() {
        rung.complete(null);
    }

    @Exposed
    boolean isRung() {
        return rung.isDone();
    }

    /** Forgets what has rung; called before looking at what the alarm is for. */
    @Exposed
    void reset() {
        if (rung.isDone()) {
            rung = new CompletableFuture<>();
        }
    }

    CompletableFuture<Void> event() {
        return rung;
    }
}
