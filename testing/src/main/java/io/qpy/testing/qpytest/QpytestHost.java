package io.qpy.testing.qpytest;

import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.DeviceError;
import io.qpy.device.Errno;
import io.qpy.device.board.lcd.Lcd;
import io.qpy.device.time.Time;
import io.qpy.module.Controls;
import io.qpy.module.Exposed;
import io.qpy.wiring.Clouds;
import io.qpy.wiring.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The host object of {@code qpytest}. */
public final class QpytestHost {
    private final Device device;
    private final Clouds clouds;
    private final Supplier<String> output;
    private final Path folder;

    /**
     * The host object.
     *
     * @param output what the device has printed since the test began
     * @param folder the test's own, where its pictures go
     */
    public QpytestHost(Device device, Clouds clouds, Supplier<String> output, Path folder) {
        this.device = device;
        this.clouds = clouds;
        this.output = output;
        this.folder = folder;
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

    /** As {@code machine} builds it in. */
    private Lcd lcd() {
        return device.part(Lcd.class, each -> new Lcd(each.board().buses().lcd(), each.waits(), each.notices()));
    }

    /**
     * Writes what the display shows to this PC, into the folder of the test.
     *
     * @param path a name that ends with .png, or a path below that folder
     */
    @Exposed
    void savePicture(String path) {
        Path target = folder.resolve(path).normalize();
        if (!target.startsWith(folder) || !path.endsWith(".png")) {
            throw DeviceError.of("ValueError", "want the path of a .png file below the test's folder, got " + path);
        }
        try {
            Files.write(target, lcd().screenshot());
        } catch (IOException e) {
            device.notices().say(Code.PC_FILES, "cannot write " + target + ": " + e);
            throw DeviceError.os(Errno.EIO);
        }
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
