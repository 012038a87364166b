package io.qpy.pymodules.hardware;

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

    @Exposed
    void write(int level) {
        pin.write(level);
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
