package io.qpy.firmware.usocket;

import io.qpy.device.DeviceError;
import io.qpy.device.Errno;
import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;

/** What a script gets to know of a failure of its socket: a number, or nothing. */
final class SocketFailure {
    private static final int EAI_NONAME = -2;

    private SocketFailure() {}

    static DeviceError of(IOException e) {
        return e instanceof UnknownHostException ? DeviceError.of("OSError", EAI_NONAME) : DeviceError.os(errno(e));
    }

    /** Closes what is of no more use, so that a failure does not matter; null is nothing. */
    static void closeAnyway(Closeable each) {
        try {
            if (each != null) {
                each.close();
            }
        } catch (IOException e) {
            // It is of no more use either way.
        }
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
