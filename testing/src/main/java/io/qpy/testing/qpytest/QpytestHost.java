package io.qpy.testing.qpytest;

import io.qpy.device.Device;
import io.qpy.device.time.Time;
import io.qpy.module.Controls;
import io.qpy.module.Exposed;
import io.qpy.wiring.Clouds;
import io.qpy.wiring.Modules;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The host object of {@code qpytest}. */
public final class QpytestHost {
    private final Device device;
    private final Clouds clouds;
    private final Supplier<String> output;

    /** @param output what the device has printed since the test began */
    public QpytestHost(Device device, Clouds clouds, Supplier<String> output) {
        this.device = device;
        this.clouds = clouds;
        this.output = output;
    }

    @Exposed
    DeviceHost device() {
        return new DeviceHost(device, output);
    }

    @Exposed
    NetworkHost network() {
        return new NetworkHost(device);
    }

    /** {@code name}: mqtt, aliyun or tencent. */
    @Exposed
    BrokerHost broker(String name) {
        return new BrokerHost(device, clouds, name);
    }

    @Exposed
    HttpHost http() {
        return new HttpHost(device, clouds.sandbox());
    }

    @Exposed
    NtpHost ntp() {
        return new NtpHost(device, clouds.sandbox());
    }

    /** What a module brings for tests ({@link Controls#verbs}); None where it brings nothing, or is none. */
    @Exposed
    Object verbs(String module) {
        return Modules.all().stream()
                .filter(each -> each.name().equals(module) && each.controls() != null)
                .map(each -> each.controls().verbs(device))
                .findFirst()
                .orElse(null);
    }

    /** Seconds since power-on. */
    @Exposed
    double now() {
        return device.time().nanos() / 1e9;
    }

    /** Lets so many seconds pass; the script's threads go on meanwhile. */
    @Exposed
    void elapse(double seconds) {
        boolean ignored = device.waits().await(new CompletableFuture<>(), nanos(seconds));
    }

    static long nanos(double seconds) {
        return (long) (seconds * Time.seconds(1));
    }
}
