package io.qpy.testing.qpytest;

import io.qpy.device.Device;
import io.qpy.device.network.Faults;
import io.qpy.module.Exposed;
import java.util.Locale;

/** What goes wrong on the way. */
final class NetworkHost {
    private final Device device;

    NetworkHost(Device device) {
        this.device = device;
    }

    private Faults faults() {
        return device.network().faults();
    }

    /** {@code kind}: unknown, refusing, silent, or None for nothing any more. */
    @Exposed
    void fault(String host, String kind) {
        faults().set(host, kind == null ? null : Faults.Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
    }

    @Exposed
    void reset(String host) {
        device.network().abort(host);
    }

    /** In seconds. */
    @Exposed
    void latency(String host, double seconds) {
        Faults.Pace now = faults().pace(host);
        faults().set(host, new Faults.Pace(QpytestHost.nanos(seconds), now.jitter(), now.bandwidth()));
    }

    /** In seconds. */
    @Exposed
    void jitter(String host, double seconds) {
        Faults.Pace now = faults().pace(host);
        faults().set(host, new Faults.Pace(now.latency(), QpytestHost.nanos(seconds), now.bandwidth()));
    }

    /** In bytes a second. */
    @Exposed
    void bandwidth(String host, int bytes) {
        Faults.Pace now = faults().pace(host);
        faults().set(host, new Faults.Pace(now.latency(), now.jitter(), bytes));
    }
}
