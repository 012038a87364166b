package io.qpy.wiring;

import io.qpy.firmware.FirmwareModules;
import io.qpy.module.DeviceModule;
import io.qpy.pymodules.VendorModules;
import java.util.ArrayList;
import java.util.List;

/** Every module that a device of this command has. */
public final class Modules {
    private Modules() {}

    public static List<DeviceModule> all() {
        List<DeviceModule> all = new ArrayList<>(VendorModules.all());
        all.addAll(FirmwareModules.all());
        return all;
    }
}
