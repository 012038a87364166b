package io.qpy.firmware.usocket;

import io.qpy.device.DeviceError;
import io.qpy.device.Errno;
import io.qpy.device.time.Time;
import io.qpy.device.time.Waits;
import java.util.concurrent.TimeUnit;

/** How long a socket's calls wait. */
final class Patience {
    private static final long MOST = TimeUnit.DAYS.toNanos(365);

    private final Time time;
    private volatile long length = Time.FOR_EVER;

    Patience(Time time) {
        this.time = time;
    }

    /** {@code settimeout}: 0 does not wait, less than 0 waits without end. */
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

    /** Before a call takes what may be there; one that does not wait only looks. */
    void takeTurn(Waits waits) {
        if (waits()) {
            boolean ignored = waits.takeTurn();
        } else {
            waits.sleep(0);
        }
    }

    /** Waits once; raises what a call does that has nothing and may wait no longer. */
    void await(Readiness readiness, Readiness.Interest interest, long deadline) {
        if (!waits() || !readiness.await(interest, deadline)) {
            throw exhausted();
        }
    }

    private DeviceError exhausted() {
        return DeviceError.os(waits() ? Errno.ETIMEDOUT : Errno.EAGAIN);
    }
}
