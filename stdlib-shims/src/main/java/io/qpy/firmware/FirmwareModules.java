package io.qpy.firmware;

import io.qpy.firmware.usocket.UselectHost;
import io.qpy.firmware.usocket.UsocketHost;
import io.qpy.firmware.ussl.UsslHost;
import io.qpy.module.DeviceModule;
import io.qpy.module.ModuleContext;
import java.util.List;
import java.util.function.Function;

/** The modules that MicroPython's documentation describes, each a line. */
public final class FirmwareModules {
    private FirmwareModules() {}

    public static List<DeviceModule> all() {
        return List.of(
                hosted("_thread", context -> new ThreadHost(context.device(), context.threads())),
                python("base64"),
                python("cmath"),
                python("deflate"),
                python("gc"),
                python("hmac"),
                python("math"),
                hosted("micropython", MicropythonHost::new),
                python("uarray"),
                python("uasyncio").withParts("core", "funcs", "streams", "sync"),
                python("ubinascii"),
                python("ucollections"),
                hosted("ucryptolib", context -> new UcryptolibHost()),
                python("uctypes"),
                python("uerrno"),
                python("uhashlib"),
                python("uheapq"),
                python("uio"),
                python("ujson"),
                hosted("uselect", UselectHost::new),
                hosted("usocket", UsocketHost::new),
                hosted("uos", UosHost::new),
                hosted("urandom", context -> new UrandomHost(context.device().random())),
                python("ure"),
                hosted("ussl", UsslHost::new),
                python("ustruct"),
                hosted("usys", context -> new ConsoleHost(context.device())),
                hosted("utime", context -> new UtimeHost(context.device())),
                python("uzlib"));
    }

    private static DeviceModule python(String name) {
        return DeviceModule.of(name, FirmwareModules.class);
    }

    private static DeviceModule hosted(String name, Function<ModuleContext, Object> host) {
        return DeviceModule.of(name, FirmwareModules.class, host);
    }
}
