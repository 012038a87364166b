package io.qpy.pymodules.hardware;

import io.qpy.device.board.bus.Wire;
import io.qpy.module.Exposed;

/** What {@code machine.OneWire} asks of a line. */
final class WireHost {
    private final Wire wire;

    WireHost(Wire wire) {
        this.wire = wire;
    }

    /** Whether a part has answered. */
    @Exposed
    boolean reset() {
        return wire.begin();
    }

    @Exposed
    void write(byte[] bytes) {
        wire.write(bytes);
    }

    @Exposed
    byte[] read(int count) {
        return wire.read(count);
    }
}
