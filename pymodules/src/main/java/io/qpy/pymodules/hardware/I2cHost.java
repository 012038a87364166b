package io.qpy.pymodules.hardware;

import io.qpy.device.board.bus.I2cBus;
import io.qpy.device.time.Time;
import io.qpy.module.Exposed;

/** What {@code machine.I2C} and {@code I2C_simulation} ask of a bus. */
final class I2cHost {
    private final I2cBus bus;

    I2cHost(I2cBus bus) {
        this.bus = bus;
    }

    /** Whether a part has acknowledged. */
    @Exposed
    boolean write(int speed, int address, byte[] bytes) {
        return bus.write(speed, address, bytes);
    }

    /** None where no part has acknowledged; the delay is in ms. */
    @Exposed
    byte[] read(int speed, int address, byte[] register, int delay, int count) {
        return bus.read(speed, address, register, Time.millis(delay), count);
    }
}
