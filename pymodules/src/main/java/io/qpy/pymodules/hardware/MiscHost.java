package io.qpy.pymodules.hardware;

import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.board.Adc;
import io.qpy.device.board.Board;
import io.qpy.device.board.Pwm;
import io.qpy.device.modem.UsbNet;
import io.qpy.device.power.Power.Switched;
import io.qpy.module.Callback;
import io.qpy.module.Callbacks;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;

/** The host object of {@code misc}. */
public final class MiscHost {
    private final Device device;
    private final Callbacks callbacks;

    public MiscHost(ModuleContext context) {
        device = context.device();
        callbacks = context.callbacks();
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

    private Board board() {
        return device.board();
    }

    @Exposed
    int powerDownReason() {
        return device.power().downReason();
    }

    @Exposed
    int batteryMillivolts() {
        return board().battery().millivolts();
    }

    /** Calls the function with 1 when the key is pressed, with 0 when it is released. */
    @Exposed
    void watchPowerKey(Callback callback) {
        board().powerKey().handle(event -> callbacks.offer(callback, event.get(0)));
    }

    @Exposed
    int netLight() {
        return board().netLight();
    }

    @Exposed
    void setNetLight(int on) {
        board().setNetLight(on);
    }

    /** What a person calls the module. */
    @Exposed
    String modelName() {
        return board().model().name();
    }

    @Exposed
    boolean hasPwm(int output) {
        return board().model().pwms().contains(output);
    }

    /** How many outputs have a name. */
    @Exposed
    int pwms() {
        return 1 + board().model().pwms().stream().mapToInt(each -> each).max().orElse(-1);
    }

    @Exposed
    void openPwm(int output, double frequency, double duty) {
        board().pwm().open(output, new Pwm.Pulse(frequency, duty));
    }

    @Exposed
    void closePwm(int output) {
        board().pwm().close(output);
    }

    @Exposed
    void openAdc(boolean open) {
        board().adc().open(open);
    }

    /** In mV; -1 while it is not open, and for an input that the module lacks. */
    @Exposed
    int voltage(int input) {
        Adc adc = board().adc();
        return adc.isOpen() && adc.has(input) ? adc.voltage(input) : -1;
    }
}
