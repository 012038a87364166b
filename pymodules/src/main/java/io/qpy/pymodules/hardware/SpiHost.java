package io.qpy.pymodules.hardware;

import io.qpy.device.board.bus.SpiBus;
import io.qpy.module.Exposed;

/** What {@code machine.SPI} and {@code SoftSPI} ask of a bus. */
final class SpiHost {
    private final SpiBus bus;

    SpiHost(SpiBus bus) {
        this.bus = bus;
    }

    /** Sends bytes, at so many bits a second; what came at the same time. */
    @Exposed
    byte[] exchange(int speed, byte[] bytes) {
        return bus.exchange(speed, bytes);
    }
}
