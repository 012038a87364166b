package io.qpy.firmware;

import io.qpy.module.DeviceModule;
import io.qpy.module.ModuleContext;
import java.util.List;
import java.util.function.Function;

/** The modules that the firmware ships besides the documented ones, each a line. */
public final class FirmwareModules {
    private FirmwareModules() {}

    public static List<DeviceModule> all() {
        return List.of(
                python("checkNet"),
                hosted("dataCall", ModemHost::new),
                hosted("misc", context -> new MiscHost(context.device())),
                hosted("modem", ModemHost::new),
                hosted("net", ModemHost::new),
                hosted("sim", ModemHost::new),
                python("ujson"),
                python("usys"),
                hosted("utime", context -> new UtimeHost(context.device())));
    }

    private static DeviceModule python(String name) {
        return DeviceModule.of(name, FirmwareModules.class);
    }

    private static DeviceModule hosted(String name, Function<ModuleContext, Object> host) {
        return DeviceModule.of(name, FirmwareModules.class, host);
    }
}
