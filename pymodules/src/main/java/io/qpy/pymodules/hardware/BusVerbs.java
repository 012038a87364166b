package io.qpy.pymodules.hardware;

import io.qpy.device.board.BusPart;
import io.qpy.device.board.BusPlan;
import io.qpy.device.board.bus.Buses;
import io.qpy.device.board.bus.I2cBus;
import io.qpy.device.board.bus.SpiBus;
import io.qpy.device.board.bus.Wire;
import io.qpy.module.Exposed;
import java.util.Optional;

/** The parts on the buses, for tests; None where there is none. {@code BusPlan.SIMULATED} is the number of a bus made of pins. */
final class BusVerbs {
    private final Buses buses;

    BusVerbs(Buses buses) {
        this.buses = buses;
    }

    private static PartVerbs verbs(Optional<? extends BusPart> part) {
        return part.map(PartVerbs::new).orElse(null);
    }

    @Exposed
    int simulated() {
        return BusPlan.SIMULATED;
    }

    @Exposed
    PartVerbs i2c(int number, int address) {
        I2cBus bus = buses.i2c(number);
        return bus == null ? null : verbs(Optional.ofNullable(bus.devices().get(address)));
    }

    @Exposed
    PartVerbs spi(int number) {
        SpiBus bus = buses.spi(number);
        return bus == null ? null : verbs(bus.device());
    }

    @Exposed
    PartVerbs wire(int pin) {
        Wire wire = buses.wire(pin);
        return wire == null ? null : verbs(wire.device());
    }
}
