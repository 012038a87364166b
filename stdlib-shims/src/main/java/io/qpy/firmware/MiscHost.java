package io.qpy.firmware;

import io.qpy.device.Notices;
import io.qpy.device.Power;
import io.qpy.device.Power.Switched;
import io.qpy.module.Exposed;

/** The host object of {@code misc}. */
final class MiscHost {
    private final Power power;
    private final Notices notices;

    MiscHost(Power power, Notices notices) {
        this.power = power;
        this.notices = notices;
    }

    /** Returns only where a script's end is not the device's, at a prompt for instance. */
    @Exposed
    void switchOff() {
        notices.say("the script has switched the module off (misc.Power.powerDown)");
        power.change(Switched.OFF);
    }

    /** As {@link #switchOff}, and on again. */
    @Exposed
    void restart() {
        notices.say("the script has restarted the module (misc.Power.powerRestart)");
        power.change(Switched.RESTART);
    }

    /** Why the module is on. */
    @Exposed
    int powerOnReason() {
        return power.reason().number();
    }
}
