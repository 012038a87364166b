package io.qpy.testing.qpytest;

import io.qpy.device.Device;
import io.qpy.module.Exposed;
import io.qpy.sandbox.Sandbox;
import io.qpy.sandbox.journal.Event;
import java.time.Duration;

/** The sandbox's time server. */
final class NtpHost {
    private final Sandbox sandbox;
    private final EventWait waits;

    NtpHost(Device device, Sandbox sandbox) {
        this.sandbox = sandbox;
        this.waits = new EventWait(device, sandbox.journal());
    }

    @Exposed
    void silent(boolean on) {
        sandbox.ntp().silent(on);
    }

    /** Has it tell a time that is so many seconds late. */
    @Exposed
    void error(double seconds) {
        sandbox.ntp().error(Duration.ofNanos(QpytestHost.nanos(seconds)));
    }

    /** How often it was asked; waits until it is so often or the time is up. */
    @Exposed
    int awaitRequests(int count, double seconds) {
        return waits.await(Event.NtpRequest.class, event -> true, count, seconds)
                .size();
    }
}
