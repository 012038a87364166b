package io.qpy.testing.qpytest;

import io.qpy.device.Device;
import io.qpy.device.Faults;
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
        device.network().reset(host);
    }

    /** Seconds, seconds, bytes a second. */
    @Exposed
    void pace(String host, double latency, double jitter, int bandwidth) {
        faults().set(host, new Faults.Pace(QpytestHost.nanos(latency), QpytestHost.nanos(jitter), bandwidth));
    }
}
