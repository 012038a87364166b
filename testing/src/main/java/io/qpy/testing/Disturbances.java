package io.qpy.testing;

import io.qpy.device.Device;
import io.qpy.device.Faults;
import io.qpy.device.Modem;

/** What a test does to the world around its device: the radio, the network, the power, the clock. It ends with the test. */
final class Disturbances {
    private final Device device;
    private final Modem.State radio;
    private final Faults.Snapshot network;
    private final boolean frozen;

    /** A test begins. */
    Disturbances(Device device) {
        this.device = device;
        radio = device.modem().surroundings();
        network = device.network().faults().snapshot();
        frozen = device.clock().isFrozen();
    }

    /** It has ended. */
    void end() {
        device.network().faults().restore(network);
        if (!device.modem().surroundings().equals(radio)) {
            device.modem().enter(radio);
        }
        if (device.clock().isFrozen() && !frozen) {
            device.clock().thaw();
        }
        device.flash().supply().restore();
    }
}
