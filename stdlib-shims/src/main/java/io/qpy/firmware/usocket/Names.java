package io.qpy.firmware.usocket;

import io.qpy.device.Device;
import io.qpy.device.DeviceError;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Looks hosts up. The PC's resolver answers to no interrupt, so it works on a thread of its own. */
record Names(Device device) {
    /** A look-up that nobody waits for any more comes to its own end. */
    private static final Closeable NOTHING = () -> {};

    /** The address of a host, or OSError(-2), whose reason the person at the PC gets. */
    InetAddress resolve(String host) {
        try {
            return device.helpers()
                    .call("qpy-names", () -> device.network().resolve(host.isEmpty() ? "0.0.0.0" : host), NOTHING);
        } catch (IOException e) {
            device.notices().say("usocket: " + e.getMessage());
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
