package io.qpy.pymodules;

import io.qpy.module.DeviceModule;
import io.qpy.module.ModuleContext;
import io.qpy.pymodules.calls.VoiceCallControls;
import io.qpy.pymodules.calls.VoiceCallHost;
import io.qpy.pymodules.cellular.ModemHost;
import io.qpy.pymodules.cloud.DemoHost;
import io.qpy.pymodules.cloud.TencentHost;
import io.qpy.pymodules.hardware.MachineControls;
import io.qpy.pymodules.hardware.MachineHost;
import io.qpy.pymodules.hardware.MiscHost;
import io.qpy.pymodules.hardware.OsTimerHost;
import io.qpy.pymodules.ntptime.NtptimeHost;
import io.qpy.pymodules.position.LocatorHost;
import io.qpy.pymodules.position.PositionControls;
import io.qpy.pymodules.position.QuecgnssHost;
import io.qpy.pymodules.position.WifiScanHost;
import io.qpy.pymodules.power.PmControls;
import io.qpy.pymodules.power.PmHost;
import io.qpy.pymodules.request.RequestHost;
import io.qpy.pymodules.sms.SmsControls;
import io.qpy.pymodules.sms.SmsHost;
import io.qpy.pymodules.sound.AudioControls;
import io.qpy.pymodules.sound.AudioHost;
import io.qpy.pymodules.system.FotaControls;
import io.qpy.pymodules.system.FotaHost;
import io.qpy.pymodules.system.SecureDataControls;
import io.qpy.pymodules.system.SecureDataHost;
import io.qpy.pymodules.umqtt.UmqttHost;
import java.util.List;
import java.util.function.Function;

/** The modules that the vendor's documentation describes, each a line. */
public final class VendorModules {
    private VendorModules() {}

    public static List<DeviceModule> all() {
        return List.of(
                hosted("aLiYun", DemoHost::aliyun).withParts("client", "secrets"),
                python("app_fota"),
                python("app_fota_download"),
                python("app_fota_updater"),
                hosted("audio", AudioHost::new)
                        .withParts("playing", "recording", "speech")
                        .controlledBy(new AudioControls()),
                hosted("cellLocator", LocatorHost::new),
                python("checkNet"),
                hosted("dataCall", ModemHost::new),
                hosted("fota", FotaHost::new).controlledBy(new FotaControls()),
                python("gnss"),
                python("log"),
                hosted("machine", MachineHost::new)
                        .withParts(
                                "ext_int",
                                "i2c",
                                "key",
                                "keypad",
                                "lcd",
                                "nandflash",
                                "one_wire",
                                "pin",
                                "rtc",
                                "spi",
                                "timer",
                                "uart",
                                "wdt")
                        .controlledBy(new MachineControls()),
                hosted("misc", MiscHost::new),
                hosted("modem", ModemHost::new),
                hosted("net", ModemHost::new),
                hosted("ntptime", NtptimeHost::new),
                hosted("osTimer", OsTimerHost::new),
                hosted("pm", PmHost::new).controlledBy(new PmControls()),
                python("ql_fs"),
                hosted("quecgnss", QuecgnssHost::new).controlledBy(new PositionControls()),
                python("queue"),
                hosted("request", RequestHost::new),
                hosted("SecureData", SecureDataHost::new).controlledBy(new SecureDataControls()),
                hosted("sim", ModemHost::new),
                hosted("sms", SmsHost::new).controlledBy(new SmsControls()),
                python("sys_bus"),
                python("system"),
                hosted("TenCentYun", TencentHost::new),
                hosted("umqtt", UmqttHost::new),
                hosted("voiceCall", VoiceCallHost::new).controlledBy(new VoiceCallControls()),
                python("wakeup"),
                hosted("wifilocator", LocatorHost::new),
                hosted("wifiScan", WifiScanHost::new));
    }

    private static DeviceModule python(String name) {
        return DeviceModule.of(name, VendorModules.class);
    }

    private static DeviceModule hosted(String name, Function<ModuleContext, Object> host) {
        return DeviceModule.of(name, VendorModules.class, host);
    }
}
