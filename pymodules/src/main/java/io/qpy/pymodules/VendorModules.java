package io.qpy.pymodules;

import io.qpy.module.DeviceModule;
import io.qpy.pymodules.request.RequestHost;
import io.qpy.pymodules.umqtt.UmqttHost;
import java.util.List;

/** The modules that the vendor's documentation describes, each a line. */
public final class VendorModules {
    private VendorModules() {}

    public static List<DeviceModule> all() {
        return List.of(
                python("log"),
                DeviceModule.of("request", VendorModules.class, RequestHost::new),
                DeviceModule.of("umqtt", VendorModules.class, UmqttHost::new));
    }

    private static DeviceModule python(String name) {
        return DeviceModule.of(name, VendorModules.class);
    }
}
