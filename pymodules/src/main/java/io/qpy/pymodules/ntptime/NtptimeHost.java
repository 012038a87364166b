package io.qpy.pymodules.ntptime;

import io.qpy.device.Device;
import io.qpy.device.DeviceError;
import io.qpy.device.Errno;
import io.qpy.device.Notice;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The host object of {@code ntptime}. */
public final class NtptimeHost {
    private final Device device;

    public NtptimeHost(ModuleContext context) {
        device = context.device();
    }

    /**
     * A server's time, in milliseconds since 1970 UTC.
     *
     * @throws DeviceError OSError(5, reason) with the reason for the person at the PC
     */
    @Exposed
    long ask(String host, int millis) {
        try (NtpQuery query = new NtpQuery(device.network(), host, millis)) {
            InetAddress address = device.resolver().resolve(host);
            return device.waits().work(() -> query.answer(address), query);
        } catch (IOException e) {
            throw DeviceError.of(
                    "OSError", Errno.EIO.code(), String.valueOf(e.getMessage())); // for the facade, which tells it
        }
    }

    @Exposed
    void setRtc(long millis) {
        device.clock().setRtc(LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC));
    }

    @Exposed
    void say(String code, String line) {
        device.notices().say(new Notice(code, line));
    }
}
