package io.qpy.firmware.usocket;

import io.qpy.device.DeviceError;
import io.qpy.device.Errno;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;

/** The number that a script gets for what happened to its socket. */
final class SocketFailure {
    private static final int EAI_NONAME = -2;

    private SocketFailure() {}

    static DeviceError of(IOException e) {
        return e instanceof UnknownHostException ? DeviceError.of("OSError", EAI_NONAME) : DeviceError.os(errno(e));
    }

    private static Errno errno(IOException e) {
        String text = String.valueOf(e.getMessage());
        if (e instanceof ClosedChannelException) {
            return Errno.EBADF;
        }
        if (e instanceof BindException) {
            return text.contains("in use") ? Errno.EADDRINUSE : Errno.EACCES;
        }
        if (e instanceof ConnectException) {
            return text.contains("timed out") ? Errno.ETIMEDOUT : Errno.ECONNREFUSED;
        }
        if (text.contains("connection abort")) {
            return Errno.ECONNABORTED;
        }
        if (e instanceof NoRouteToHostException) {
            return Errno.EHOSTUNREACH;
        }
        return e instanceof SocketException || text.contains("reset") || text.contains("Broken pipe")
                ? Errno.ECONNRESET
                : Errno.EIO;
    }
}
