package io.qpy.pymodules;

import io.qpy.module.DeviceModule;
import java.util.List;

/** The modules that the vendor's documentation describes, each a line. */
public final class VendorModules {
    private VendorModules() {}

    public static List<DeviceModule> all() {
        return List.of(python("log"));
    }

    private static DeviceModule python(String name) {
        return DeviceModule.of(name, VendorModules.class);
    }
}
