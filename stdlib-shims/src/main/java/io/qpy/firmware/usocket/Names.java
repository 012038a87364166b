package io.qpy.firmware.usocket;

import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.DeviceError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Looks hosts up. */
record Names(Device device) {
    /** The address of a host, or OSError(-2), whose reason the person at the PC gets. */
    InetAddress resolve(String host) {
        try {
            return device.resolver().resolve(host.isEmpty() ? "0.0.0.0" : host);
        } catch (IOException e) {
            device.notices().say(Code.ofConnecting(e), "usocket: " + e.getMessage());
            throw SocketFailure.of(e);
        }
    }

    InetSocketAddress address(String host, int port) {
        if (port < 0 || port > 65535) {
            throw DeviceError.of("OverflowError", "port must be 0-65535");
        }
        return new InetSocketAddress(resolve(host), port);
    }
}
