package io.qpy.wiring;

import io.qpy.device.Device;
import io.qpy.firmware.FirmwareModules;
import io.qpy.module.Command;
import io.qpy.module.DeviceModule;
import io.qpy.pymodules.VendorModules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Every module that a device of this command has. */
public final class Modules {
    private Modules() {}

    public static List<DeviceModule> all() {
        List<DeviceModule> all = new ArrayList<>(VendorModules.all());
        all.addAll(FirmwareModules.all());
        return all;
    }

    /** A command of another terminal's that a module answers; null where none does. */
    static Command command(String name, Device device) {
        return all().stream()
                .filter(each -> each.controls() != null)
                .map(each -> each.controls().commands(device).get(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
