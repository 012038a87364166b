package io.qpy.pymodules;

import io.qpy.module.DeviceModule;
import io.qpy.module.ModuleContext;
import io.qpy.pymodules.cloud.DemoHost;
import io.qpy.pymodules.cloud.TencentHost;
import io.qpy.pymodules.ntptime.NtptimeHost;
import io.qpy.pymodules.request.RequestHost;
import io.qpy.pymodules.umqtt.UmqttHost;
import io.qpy.pymodules.ussl.UsslHost;
import java.util.List;
import java.util.function.Function;

/** The modules that the vendor's documentation describes, each a line. */
public final class VendorModules {
    private VendorModules() {}

    public static List<DeviceModule> all() {
        return List.of(
                hosted("aLiYun", DemoHost::aliyun),
                hosted("TenCentYun", TencentHost::new),
                python("log"),
                hosted("ntptime", NtptimeHost::new),
                hosted("request", RequestHost::new),
                python("system"),
                hosted("umqtt", UmqttHost::new),
                hosted("ussl", UsslHost::new));
    }

    private static DeviceModule python(String name) {
        return DeviceModule.of(name, VendorModules.class);
    }

    private static DeviceModule hosted(String name, Function<ModuleContext, Object> host) {
        return DeviceModule.of(name, VendorModules.class, host);
    }
}
