package io.qpy.pymodules.cellular;

import io.qpy.device.Code;
import io.qpy.device.modem.Modem;
import io.qpy.device.power.Power;
import io.qpy.module.Callback;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;
import io.qpy.pymodules.system.FotaHost;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The host object of {@code modem}, {@code sim}, {@code net} and {@code dataCall}: the device's one {@link Modem}. */
public final class ModemHost {
    private final ModuleContext context;
    private volatile Callback onContext = arguments -> {};
    private volatile Callback onSim = arguments -> {};
    private volatile Callback onRegistration = arguments -> {};
    private boolean listening;

    public ModemHost(ModuleContext context) {
        this.context = context;
    }

    private Modem modem() {
        return context.device().modem();
    }

    @Exposed
    SimHost card() {
        return new SimHost(context.device().simCard());
    }

    @Exposed
    RadioSettingsHost settings() {
        return new RadioSettingsHost(context.device().radioSettings());
    }

    @Exposed
    ProfilesHost profiles() {
        return new ProfilesHost(context.device().packetProfiles());
    }

    @Exposed
    String model() {
        return modem().identity().model();
    }

    @Exposed
    String firmware() {
        return FotaHost.firmware(context.device()).version().orElseGet(() -> modem().identity()
                .firmware());
    }

    @Exposed
    String imei() {
        return modem().identity().imei();
    }

    @Exposed
    String serialNumber() {
        return modem().identity().serialNumber();
    }

    @Exposed
    String imsi() {
        return modem().identity().imsi();
    }

    @Exposed
    String iccid() {
        return modem().identity().iccid();
    }

    @Exposed
    String number() {
        return modem().identity().number();
    }

    /** SIM status, 0 to 21. */
    @Exposed
    int simStatus() {
        return modem().state().sim();
    }

    /** Registration, 0 to 11, or -1. */
    @Exposed
    int registration() {
        return modem().state().registration();
    }

    @Exposed
    boolean registered() {
        return modem().state().registered();
    }

    /** Signal quality, 0 to 31, or 99. */
    @Exposed
    int csq() {
        return modem().state().csq();
    }

    @Exposed
    int function() {
        return modem().moment().function();
    }

    @Exposed
    void setFunction(int function) {
        modem().setFunction(function);
    }

    /** Restarts the module, which then has this function. Returns only where a script's end is not the device's. */
    @Exposed
    void restartWith(int function) {
        modem().setFunctionAtStart(function);
        context.device().notices().say(Code.POWER, "the script has restarted the module (net.setModemFun)");
        context.device().power().change(Power.Switched.RESTART);
    }

    @Exposed
    boolean isUp(int profile) {
        return modem().moment().contexts().contains(profile);
    }

    @Exposed
    boolean activate(int profile) {
        return modem().activate(profile);
    }

    @Exposed
    void deactivate(int profile) {
        modem().deactivate(profile);
    }

    /** Has a function called with {@code [profile, 1]} when packet data comes up and {@code [profile, 0]} when it ends. */
    @Exposed
    void setContextCallback(Callback callback) {
        onContext = callback;
        listen();
    }

    /** Has a function called with 1 when a card is there and with 2 when it is gone. */
    @Exposed
    void setSimCallback(Callback callback) {
        onSim = callback;
        listen();
    }

    /** Has a function called with the new state of the registration when that changes. */
    @Exposed
    void setRegistrationCallback(Callback callback) {
        onRegistration = callback;
        listen();
    }

    private synchronized void listen() {
        if (!listening) {
            listening = true;
            modem().onChange(this::changed);
        }
    }

    private void changed(Modem.Moment before, Modem.Moment after) {
        boolean wasThere = before.state().sim() != 0;
        boolean isThere = after.state().sim() != 0;
        if (wasThere != isThere) {
            context.callbacks().post(onSim, isThere ? 1 : 2);
        }
        if (before.state().registration() != after.state().registration()) {
            context.callbacks().post(onRegistration, after.state().registration());
        }
        Set<Integer> profiles = new TreeSet<>(before.contexts());
        profiles.addAll(after.contexts());
        for (int profile : profiles) {
            boolean up = after.contexts().contains(profile);
            if (up != before.contexts().contains(profile)) {
                context.callbacks().post(onContext, List.of(profile, up ? 1 : 0));
            }
        }
    }
}
