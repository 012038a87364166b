package io.qpy.firmware.usocket;

import io.qpy.device.DeviceError;
import io.qpy.device.Errno;
import io.qpy.device.time.Time;
import java.util.concurrent.TimeUnit;

/** How long a socket's calls wait. */
final class Patience {
    private static final long MOST = TimeUnit.DAYS.toNanos(365);

    private final Time time;
    private volatile long length = Time.FOR_EVER;

    Patience(Time time) {
        this.time = time;
    }

    /** {@code settimeout}: 0 does not wait, less than 0 waits for ever. */
    void set(double seconds) {
        length = seconds < 0 ? Time.FOR_EVER : Math.min(Time.millis((long) (seconds * 1000)), MOST);
    }

    boolean waits() {
        return length != 0;
    }

    /** When a call that begins now gives up, as {@link Readiness#await} wants it. */
    long deadline() {
        return time.in(length);
    }

    /** What a call raises that has nothing and may wait no longer. */
    DeviceError exhausted() {
        return DeviceError.os(waits() ? Errno.ETIMEDOUT : Errno.EAGAIN);
    }
}
