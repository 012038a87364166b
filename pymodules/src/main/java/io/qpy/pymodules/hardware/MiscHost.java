package io.qpy.pymodules.hardware;

import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.board.Adc;
import io.qpy.device.board.Board;
import io.qpy.device.board.Pwm;
import io.qpy.device.board.RtcAlarm;
import io.qpy.device.board.Traits;
import io.qpy.device.board.UsbPort;
import io.qpy.device.modem.UsbNet;
import io.qpy.device.power.Power.Switched;
import io.qpy.device.time.Time;
import io.qpy.module.Callback;
import io.qpy.module.Callbacks;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/** The host object of {@code misc}. */
public final class MiscHost {
    /** Chips that tell the release of the power key alone, after it was held (facts-board.md B3.24). */
    private static final String HELD_ONLY = "Unisoc";

    private static final long HELD = Time.millis(500);

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
        RtcAlarm alarm = board().alarm();
        if (board().model().traits().has(Traits.Feature.ALARM_START) && alarm.isAhead()) {
            device.notices()
                    .say(
                            Code.POWER,
                            "the script has switched the module off (misc.Power.powerDown); its alarm switches it on"
                                    + " again");
            long ahead = alarm.ahead();
            if (device.power().startLater(ahead)) {
                device.waits().sleep(ahead);
            }
            return;
        }
        device.notices().say(Code.POWER, "the script has switched the module off (misc.Power.powerDown)");
        device.power().change(Switched.OFF);
    }

    /** As {@link #switchOff}, and on again. */
    @Exposed
    void restart() {
        device.notices().say(Code.POWER, "the script has restarted the module (misc.Power.powerRestart)");
        device.power().change(Switched.RESTART);
    }

    /** Whether an update over the air waits for a start. */
    @Exposed
    boolean hasUpdate() {
        return device.bootFiles().hasUpdate();
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
        boolean heldOnly = family().startsWith(HELD_ONLY);
        AtomicLong pressed = new AtomicLong();
        board().powerKey().handle(event -> {
            if (event.get(0) == 1) {
                pressed.set(device.time().nanos());
            }
            boolean told = !heldOnly || (event.get(0) == 0 && device.time().nanos() - pressed.get() >= HELD);
            if (told) {
                callbacks.offer(callback, event.get(0));
            }
        });
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

    /** Its chip's family; empty for none in particular. */
    @Exposed
    String family() {
        return board().model().traits().family();
    }

    /** The names of {@code misc} that it lacks: a class's, or class.method. */
    @Exposed
    List<String> lacking() {
        return MachineHost.names(board().model(), "misc.");
    }

    /** The numbers of the outputs. */
    @Exposed
    List<Integer> pwmNumbers() {
        return List.copyOf(new TreeSet<>(board().model().pwms()));
    }

    @Exposed
    boolean hasPwm(int output) {
        return board().model().pwms().contains(output);
    }

    @Exposed
    void openPwm(int output, double frequency, double duty) {
        board().pwm().open(output, new Pwm.Pulse(frequency, duty));
    }

    @Exposed
    void closePwm(int output) {
        board().pwm().close(output);
    }

    /** In mV; -1 for an input that the module lacks. */
    @Exposed
    int voltage(int input) {
        Adc adc = board().adc();
        return adc.has(input) ? adc.voltage(input) : -1;
    }

    /** 1 plugged in, 0 not, -1 where the module does not know. */
    @Exposed
    int usbStatus() {
        return tellsUsb() ? usb().status() : -1;
    }

    /** Calls the function with 1 when the port is plugged in, with 0 when it is pulled out; whether the module does so. */
    @Exposed
    boolean watchUsb(Callback callback) {
        if (tellsUsb()) {
            usb().handle(status -> callbacks.offer(callback, status));
        }
        return tellsUsb();
    }

    private UsbPort usb() {
        return board().usb();
    }

    private boolean tellsUsb() {
        return has(Traits.Feature.USB_STATUS);
    }

    private boolean has(Traits.Feature feature) {
        return board().model().traits().has(feature);
    }

    /** Whether USB's network may have IPv6, 0 or 1; -1 where the module does not tell. */
    @Exposed
    int nat() {
        return has(Traits.Feature.NAT) ? usbNet().nat() : -1;
    }

    /** Whether that can be set. */
    @Exposed
    boolean setNat(int value) {
        if (has(Traits.Feature.NAT)) {
            usbNet().setNat(value);
        }
        return has(Traits.Feature.NAT);
    }

    @Exposed
    boolean hasSecondAntenna() {
        return has(Traits.Feature.SECOND_ANTENNA);
    }

    /** Whether the second antenna's receiver is off, 1 or 0. */
    @Exposed
    int secondAntennaOff() {
        return board().secondAntennaOff();
    }

    @Exposed
    void setSecondAntennaOff(int off) {
        board().setSecondAntennaOff(off);
    }
}
