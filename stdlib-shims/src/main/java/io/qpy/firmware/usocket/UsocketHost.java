package io.qpy.firmware.usocket;

import io.qpy.device.Device;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;

/** The host object of {@code usocket}. */
public final class UsocketHost {
    private final Device device;

    public UsocketHost(ModuleContext context) {
        device = context.device();
    }

    @Exposed
    TcpSocket tcp() {
        return new TcpSocket(device);
    }

    @Exposed
    UdpSocket udp() {
        return new UdpSocket(device);
    }

    /** The host's address in digits, as the device sees it. */
    @Exposed
    String resolve(String host) {
        return new Names(device).resolve(host).getHostAddress();
    }
}
