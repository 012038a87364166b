package io.qpy.pymodules.hardware;

import io.qpy.device.DeviceError;
import io.qpy.device.board.Pin;
import io.qpy.module.Exposed;

/** What {@code machine.Pin} asks of a pin. */
final class PinHost {
    private final Pin pin;

    PinHost(Pin pin) {
        this.pin = pin;
    }

    @Exposed
    void set(int direction, int pull, int level) {
        pin.set(direction, pull, level);
    }

    @Exposed
    int level() {
        return pin.level();
    }

    /** The script's {@code Pin.write} itself. */
    @Exposed
    int write(int level) {
        if (level != 0 && level != 1) {
            throw DeviceError.of("ValueError", "invalid pin value, range{0:PIN_LEVEL_LOW, 1:PIN_LEVEL_HIGH}");
        }
        pin.write(level);
        return 0;
    }

    @Exposed
    int direction() {
        return pin.direction();
    }

    @Exposed
    void turn(int direction) {
        pin.turn(direction);
    }
}
