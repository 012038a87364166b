package io.qpy.testing.qpytest;

import io.qpy.device.Device;
import io.qpy.device.modem.Modem;
import io.qpy.device.network.Faults;
import io.qpy.module.Exposed;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;

/** The module itself: radio, power, clock and console. */
final class DeviceHost {
    private static final int ABSENT = 0;

    private final Device device;
    private final Supplier<String> output;

    DeviceHost(Device device, Supplier<String> output) {
        this.device = device;
        this.output = output;
    }

    private Modem modem() {
        return device.modem();
    }

    /** Takes the card out, and with it registration and packet data. */
    @Exposed
    void simOut() {
        modem().enter(new Modem.State(ABSENT, 0, false, modem().state().csq()));
        device.network().abort(Faults.EVERY_HOST);
    }

    /** A card is there, registered at home, with packet data and a good signal. */
    @Exposed
    void simIn() {
        modem().enter(Modem.State.ONLINE);
    }

    @Exposed
    void signal(int csq) {
        Modem.State now = modem().state();
        modem().enter(new Modem.State(now.sim(), now.registration(), now.pdp(), csq));
    }

    /** Registers the device so; packet data is up where that is a registration. */
    @Exposed
    void register(int registration) {
        Modem.State now = modem().state();
        Modem.State next = new Modem.State(now.sim(), registration, true, now.csq());
        modem().enter(next.registered() ? next : new Modem.State(now.sim(), registration, false, now.csq()));
        if (!next.registered()) {
            device.network().abort(Faults.EVERY_HOST);
        }
    }

    @Exposed
    void packetData(boolean up) {
        Modem.State now = modem().state();
        modem().enter(new Modem.State(now.sim(), now.registration(), up, now.csq()));
        if (!up) {
            device.network().abort(Faults.EVERY_HOST);
        }
    }

    /** What the device has printed since the test began. */
    @Exposed
    String output() {
        return output.get();
    }

    /** Has the power fail after so many more bytes have gone into the flash. */
    @Exposed
    void failAfter(int bytes) {
        device.flash().supply().failAfter(bytes);
    }

    @Exposed
    void restorePower() {
        device.flash().supply().restore();
    }

    /** Whether the power has failed. */
    @Exposed
    boolean hasPower() {
        return device.flash().supply().isOn();
    }

    /** Closes every connection without a goodbye; timers, interrupts and the watchdog stop. */
    @Exposed
    void dropAll() {
        device.reset();
    }

    @Exposed
    void freezeClock() {
        device.clock().freeze();
    }

    @Exposed
    void thawClock() {
        device.clock().thaw();
    }

    /** Sets the real-time clock: year, month, day, hour, minute, second. */
    @Exposed
    boolean setClock(List<Number> fields) {
        try {
            int[] f = fields.stream().mapToInt(Number::intValue).toArray();
            device.clock().setRtc(LocalDateTime.of(f[0], f[1], f[2], f[3], f[4], f[5]));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
