package io.qpy.pymodules.position;

import io.qpy.device.Device;
import io.qpy.device.position.WifiScanner;
import io.qpy.module.Callback;
import io.qpy.module.Callbacks;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;
import java.util.List;

/** The host object of {@code wifiScan}. */
public final class WifiScanHost {
    private final Device device;
    private final Callbacks callbacks;
    private final WifiScanner scanner;
    private volatile Callback told;

    public WifiScanHost(ModuleContext context) {
        device = context.device();
        callbacks = context.callbacks();
        scanner = scanner(device);
    }

    /** What a device receives of access points; built in when it is first asked for. */
    public static WifiScanner scanner(Device device) {
        return device.part(WifiScanner.class, each -> new WifiScanner(each.time()));
    }

    @Exposed
    boolean isSupported() {
        return !device.board().model().traits().lacks("wifiScan");
    }

    @Exposed
    boolean isOn() {
        return scanner.isOn();
    }

    @Exposed
    void turn(boolean on) {
        scanner.turn(on);
    }

    @Exposed
    List<Integer> settings() {
        return scanner.settings();
    }

    @Exposed
    void set(List<Integer> settings) {
        scanner.set(settings);
    }

    /** Addresses and strengths in turn, after the time that a scan takes. */
    @Exposed
    List<Object> scan() {
        device.waits().sleep(scanner.length());
        return scanner.found();
    }

    /** Hands what later scans find to this function. */
    @Exposed
    void watch(Callback callback) {
        told = callback;
    }

    /** Scans, and calls the function at the end; returns false if there is none, or another scan runs. */
    @Exposed
    boolean scanLater() {
        Callback callback = told;
        if (callback == null) {
            return false;
        }
        boolean begun = scanner.later(found -> {
            boolean ignored = callbacks.offer(callback, found);
            callbacks.forget(scanner);
        });
        if (begun) {
            callbacks.expect(scanner);
        }
        return begun;
    }
}
