package io.qpy.pymodules.hardware;

import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.modem.UsbNet;
import io.qpy.device.power.Power.Switched;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;

/** The host object of {@code misc}. */
public final class MiscHost {
    private final Device device;

    public MiscHost(ModuleContext context) {
        device = context.device();
    }

    private UsbNet usbNet() {
        return device.usbNet();
    }

    /** Returns only where a script's end is not the device's, at a prompt for instance. */
    @Exposed
    void switchOff() {
        device.notices().say(Code.POWER, "the script has switched the module off (misc.Power.powerDown)");
        device.power().change(Switched.OFF);
    }

    /** As {@link #switchOff}, and on again. */
    @Exposed
    void restart() {
        device.notices().say(Code.POWER, "the script has restarted the module (misc.Power.powerRestart)");
        device.power().change(Switched.RESTART);
    }

    /** Why the module is on. */
    @Exposed
    int powerOnReason() {
        return device.power().reason().number();
    }

    /** 1 ECM, 3 RNDIS. */
    @Exposed
    int usbNetType() {
        return usbNet().type();
    }

    @Exposed
    void setUsbNetType(int type) {
        usbNet().become(type);
    }

    @Exposed
    boolean isUsbNetOpen() {
        return usbNet().isOpen();
    }

    @Exposed
    void openUsbNet(boolean open) {
        usbNet().open(open);
    }
}
