package io.qpy.firmware;

import io.qpy.device.Device;
import io.qpy.module.Exposed;

/** The host object of {@code misc}. */
final class MiscHost {
    private final Device device;

    MiscHost(Device device) {
        this.device = device;
    }

    /** Tells the person at the PC why the run ends. */
    @Exposed
    void say(String line) {
        device.notices().say(line);
    }
}
