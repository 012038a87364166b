package io.qpy.pymodules.position;

import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.position.Locator;
import io.qpy.device.time.Time;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;
import java.io.IOException;
import java.util.List;

/** The host object of {@code cellLocator} and {@code wifilocator}. */
public final class LocatorHost {
    private static final long ANSWER = Time.millis(800);

    private final Device device;
    private final Locator locator;

    public LocatorHost(ModuleContext context) {
        device = context.device();
        locator = locator(device);
    }

    static Locator locator(Device device) {
        return device.part(Locator.class, each -> new Locator(QuecgnssHost.receiver(each)));
    }

    /** Whether a profile's packet data is up. */
    @Exposed
    boolean isConnected(int profile) {
        return device.modem().moment().contexts().contains(profile);
    }

    @Exposed
    boolean isRegistered() {
        return device.modem().state().registered();
    }

    /**
     * Waits as for a server's answer; returns whether it came within so many milliseconds. No server is asked, but what a test has go wrong
     * with its host does.
     */
    @Exposed
    boolean ask(String server, int millis) {
        device.notices()
                .sayOnce(
                        Code.SANDBOX_HOST,
                        server
                                + " is not asked: the place is that of 'gnss' in qpy.toml's [board], or the documentation's");
        if (locator.fails()) {
            return false;
        }
        if (device.network().faults().silences(server)) {
            device.waits().sleep(Time.millis(millis));
            return false;
        }
        try {
            device.network().faults().requireKnown(server);
            device.network().faults().requireOpen(server);
        } catch (IOException e) {
            return false;
        }
        device.waits().sleep(Math.min(ANSWER, Time.millis(millis)));
        return device.modem().state().online();
    }

    /** Longitude, latitude, accuracy in metres; [0, 0, 0] where nothing is found. */
    @Exposed
    List<Double> byCells() {
        return locator.byCells();
    }

    @Exposed
    List<Double> byAccessPoints() {
        return locator.byAccessPoints();
    }
}
