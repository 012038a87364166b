package io.qpy.testing;

import io.qpy.device.Device;
import io.qpy.device.Faults;

/**
 * What a test does to the world around its device, and to its parts: the radio, the card, the network, the power, the
 * clock. It ends with the test.
 */
final class Disturbances {
    private final Device device;
    private final Runnable parts;
    private final Faults.Snapshot network;
    private final boolean frozen;

    /** A test begins. */
    Disturbances(Device device) {
        this.device = device;
        parts = device.snapshot();
        network = device.network().faults().snapshot();
        frozen = device.clock().isFrozen();
    }

    /** It has ended. */
    void end() {
        device.network().faults().restore(network);
        parts.run();
        if (device.clock().isFrozen() && !frozen) {
            device.clock().thaw();
        }
        device.flash().supply().restore();
    }
}
