package io.qpy.pymodules.hardware;

import io.qpy.device.Device;
import io.qpy.device.board.BusPlan;
import io.qpy.device.board.Model;
import io.qpy.device.board.bus.Buses;
import io.qpy.module.Exposed;
import java.util.List;
import java.util.TreeSet;

/** What {@code machine} asks of the buses. They are built in when they are first asked for. */
public final class BusHost {
    private final Device device;

    BusHost(Device device) {
        this.device = device;
    }

    /** A device's buses. */
    public static Buses buses(Device device) {
        return device.part(Buses.class, each -> new Buses(each.board(), each.time(), each.waits(), each.notices()));
    }

    private Model model() {
        return device.board().model();
    }

    /** The numbers of the I2C buses. */
    @Exposed
    List<Integer> i2cs() {
        return List.copyOf(new TreeSet<>(model().i2cs()));
    }

    /** The numbers of the SPI buses. */
    @Exposed
    List<Integer> spis() {
        return List.copyOf(new TreeSet<>(model().spis()));
    }

    /** An I2C bus that the module has. */
    @Exposed
    I2cHost i2c(int number) {
        return new I2cHost(buses(device).i2c(number));
    }

    /** The I2C bus that a script makes of two pins. */
    @Exposed
    I2cHost simulatedI2c() {
        return i2c(BusPlan.SIMULATED);
    }

    /** An SPI bus that the module has. */
    @Exposed
    SpiHost spi(int number) {
        return new SpiHost(buses(device).spi(number));
    }

    /** The SPI bus that a script makes of pins. */
    @Exposed
    SpiHost simulatedSpi() {
        return spi(BusPlan.SIMULATED);
    }

    /** The one-wire line at a pin that the module has. */
    @Exposed
    WireHost wire(int pin) {
        return new WireHost(buses(device).wire(pin));
    }
}
