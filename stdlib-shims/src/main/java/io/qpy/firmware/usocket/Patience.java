package io.qpy.firmware.usocket;

import io.qpy.device.DeviceError;
import io.qpy.device.Errno;
import java.util.concurrent.TimeUnit;

/** How long a socket's calls wait. */
final class Patience {
    private static final long FOR_EVER = -1;

    private volatile long millis = FOR_EVER;

    /** {@code settimeout}: 0 does not wait, less than 0 waits for ever. */
    void set(double seconds) {
        millis = seconds < 0 ? FOR_EVER : Math.min((long) (seconds * 1000), TimeUnit.DAYS.toMillis(365));
    }

    boolean waits() {
        return millis != 0;
    }

    /** When a call that begins now gives up, as {@link Readiness#await} wants it. */
    long deadline() {
        return millis == FOR_EVER ? Long.MAX_VALUE : System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** What a call raises that has nothing and may wait no longer. */
    DeviceError exhausted() {
        return DeviceError.os(waits() ? Errno.ETIMEDOUT : Errno.EAGAIN);
    }
}
