package io.qpy.pymodules.system;

import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.flash.FlashErrors;
import io.qpy.device.power.Power.Switched;
import io.qpy.device.update.Firmware;
import io.qpy.module.Callback;
import io.qpy.module.Callbacks;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;
import java.util.List;

/** The host object of {@code fota}. */
public final class FotaHost {
    private final Device device;
    private final Callbacks callbacks;
    private final Firmware firmware;

    public FotaHost(ModuleContext context) {
        device = context.device();
        callbacks = context.callbacks();
        firmware = firmware(device);
    }

    /** A device's firmware, which is built in when it is first asked for. */
    public static Firmware firmware(Device device) {
        return device.part(Firmware.class, each -> new Firmware(each.flash()));
    }

    /** What a person calls the module. */
    @Exposed
    String modelName() {
        return device.board().model().name();
    }

    @Exposed
    void begin(long size) {
        firmware.begin(size);
    }

    /** Whether the package has room for the piece. */
    @Exposed
    boolean write(byte[] piece, long size) {
        return firmware.write(piece, size);
    }

    @Exposed
    int written() {
        return firmware.writtenBytes();
    }

    /** Whether the package is taken as good; else the person is told why not. */
    @Exposed
    boolean verify() {
        Firmware.Verdict verdict = FlashErrors.inScript(device.notices(), firmware::verify);
        String line =
                switch (verdict) {
                    case GOOD -> null;
                    case STRANGE ->
                        "the package of firmware is none of qpytest.updates.firmware(): it is taken as good,"
                                + " and changes nothing";
                    case INCOMPLETE ->
                        "the package of firmware is not whole: " + firmware.writtenBytes() + " of "
                                + firmware.totalBytes() + " bytes were written";
                    case DAMAGED -> "the package of firmware is damaged: its sum is wrong";
                    case NONE -> "there is no package of firmware: nothing was written";
                };
        if (line != null) {
            device.notices().say(Code.UPDATE, line);
        }
        return verdict == Firmware.Verdict.GOOD || verdict == Firmware.Verdict.STRANGE;
    }

    /** Tells the script how far a download is. */
    @Exposed
    void tell(Callback callback, int status, int progress) {
        boolean ignored = callbacks.offer(callback, List.of(status, progress));
    }

    /** Restarts the module, as it does after a download; returns only where a script's end is not the device's. */
    @Exposed
    void restart() {
        device.notices().say(Code.POWER, "the module restarts for its new firmware (fota)");
        device.power().change(Switched.RESTART);
    }
}
