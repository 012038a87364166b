package io.qpy.pymodules.power;

import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.board.WakeUps;
import io.qpy.device.modem.Modem;
import io.qpy.device.power.PowerSaving;
import io.qpy.device.power.Sleep;
import io.qpy.module.Callbacks;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;
import java.util.List;

/** The host object of {@code pm}. */
public final class PmHost {
    private static final int RADIO_OFF = 0;

    private final Device device;
    private final Callbacks callbacks;

    public PmHost(ModuleContext context) {
        device = context.device();
        callbacks = context.callbacks();
    }

    static Sleep sleep(Device device) {
        return device.part(Sleep.class, PmHost::newSleep);
    }

    private static Sleep newSleep(Device device) {
        Sleep sleep = new Sleep(device.time(), () -> obstacle(device));
        device.modem().onChange((before, after) -> sleep.look());
        device.board().usb().listen(sleep::look);
        return sleep;
    }

    /** What keeps the module awake whatever a script does (facts-board.md B4.3). */
    private static String obstacle(Device device) {
        if (isAtUsb(device)) {
            return "USB is plugged in";
        }
        Modem.Moment moment = device.modem().moment();
        boolean calm = moment.function() == RADIO_OFF || moment.state().registered();
        return calm ? null : "the module is not registered, and its radio is not off (net.setModemFun(0))";
    }

    private static boolean isAtUsb(Device device) {
        return device.board().usb().status() == 1;
    }

    static PowerSaving saving(Device device) {
        Sleep sleep = sleep(device); // not inside the making of another part
        return device.part(
                PowerSaving.class, each -> new PowerSaving(each.time(), each.power(), sleep, each.notices()));
    }

    static WakeUps wakeUps(Device device) {
        return device.part(WakeUps.class, each -> new WakeUps(each.board().model(), each.time()));
    }

    private Sleep sleep() {
        return sleep(device);
    }

    private PowerSaving saving() {
        return saving(device);
    }

    /** The number of a new wake lock. */
    @Exposed
    int create(String name) {
        return sleep().create(name);
    }

    /** Whether there was one of this number. */
    @Exposed
    boolean delete(int id) {
        return sleep().delete(id);
    }

    /** Whether there is one of this number. */
    @Exposed
    boolean lock(int id, boolean locked) {
        return sleep().lock(id, locked);
    }

    @Exposed
    int count() {
        return sleep().count();
    }

    @Exposed
    void setAutomatic(boolean automatic) {
        saving(); // which is to be told
        sleep().setAutomatic(automatic);
        explain();
    }

    /** Sets the times of the power saving mode and switches it on; false for times that there are none of. */
    @Exposed
    boolean save(int periodicUnit, int periodic, int activeUnit, int active) {
        PowerSaving.Times times = new PowerSaving.Times(periodicUnit, periodic, activeUnit, active);
        if (!times.areValid()) {
            return false;
        }
        saving().set(times);
        explain();
        return true;
    }

    @Exposed
    void turnSaving(boolean on) {
        saving().turn(on);
    }

    @Exposed
    void forgetSaving() {
        saving().forget();
    }

    private void explain() {
        if (saving().isOn() && isAtUsb(device)) {
            device.notices()
                    .sayOnce(
                            Code.POWER,
                            "the module neither sleeps nor enters power saving mode (PSM) while USB is plugged in:"
                                    + " 'usb = false' in qpy.toml's [board] pulls it out");
        }
    }

    private long on() {
        return saving().isOn() ? 1 : 0;
    }

    /** [1 on or 0, unit, how many, unit, how many]. */
    @Exposed
    List<Long> savingTimes() {
        PowerSaving.Times times = saving().times();
        return List.of(on(), (long) times.periodicUnit(), (long) times.periodic(), (long) times.activeUnit(), (long)
                times.active());
    }

    /** [1 on or 0, seconds, seconds]. */
    @Exposed
    List<Long> savingSeconds() {
        PowerSaving.Times times = saving().times();
        return List.of(on(), times.periodicSeconds(), times.activeSeconds());
    }

    /** The names of {@code pm} that the model lacks: a function's, a class's, or class.name. */
    @Exposed
    List<String> lacking() {
        return device.board().model().traits().lacking().stream()
                .filter(each -> each.startsWith("pm."))
                .map(each -> each.substring("pm.".length()))
                .sorted()
                .toList();
    }

    /** A line that wakes the module; None where it has none of this number. */
    @Exposed
    WakeUpHost wakeUp(int number) {
        WakeUps lines = wakeUps(device);
        return lines.has(number) ? new WakeUpHost(lines.interrupt(number), callbacks) : null;
    }
}
