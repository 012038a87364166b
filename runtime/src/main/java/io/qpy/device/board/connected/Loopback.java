package io.qpy.device.board.connected;

import io.qpy.device.board.SpiDevice;

/** A wire from the bus's output to its input: what is sent comes back at once. */
final class Loopback implements SpiDevice {
    @Override
    public String kind() {
        return "loopback";
    }

    @Override
    public byte[] exchange(byte[] sent) {
        return sent.clone();
    }
}
