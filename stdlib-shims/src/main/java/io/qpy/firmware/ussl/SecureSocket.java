package io.qpy.firmware.ussl;

import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.DeviceError;
import io.qpy.device.Errno;
import io.qpy.device.network.Stream;
import io.qpy.device.time.Time;
import io.qpy.device.tls.TlsConnection;
import io.qpy.device.tls.TlsFailure;
import io.qpy.device.tls.TlsSessionInfo;
import io.qpy.module.Exposed;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The host of one wrapped socket; its calls wait as the socket below does. */
final class SecureSocket {
    /** Between two tries of a handshake on a socket that does not wait: mbedTLS's loop would burn the processor. */
    private static final long RETRY_NANOS = Time.millis(2);

    private final Device device;
    private final Stream stream;
    private final TlsConnection connection;
    private final String server;
    private boolean established;
    private volatile boolean closed;

    SecureSocket(Device device, Stream stream, TlsConnection connection, String host) {
        this.device = device;
        this.stream = stream;
        this.connection = connection;
        this.server = host == null ? stream.peer() : host;
    }

    /** One step of a conversation with the peer. */
    private interface Step<T> {
        T run() throws IOException;
    }

    private <T> T attempt(Step<T> step) {
        if (closed) {
            throw DeviceError.os(Errno.EBADF);
        }
        try {
            return step.run();
        } catch (TlsFailure e) {
            device.notices().say(Code.NO_TLS, "ussl: no TLS with " + server + ": " + e.getMessage());
            throw DeviceError.of("OSError", e.error().code(), e.error().name());
        } catch (IOException e) {
            throw DeviceError.os(Errno.ENOTCONN);
        }
    }

    /** Waits for the handshake's end, also on a socket that does not wait, as the module does. */
    void completeHandshake() {
        while (!handshake()) {
            device.waits().sleep(RETRY_NANOS);
        }
    }

    private boolean handshake() {
        try {
            established = established || attempt(connection::handshake);
            return established;
        } catch (DeviceError e) {
            if (e.isOs(Errno.ETIMEDOUT)) {
                device.notices().say(Code.NO_TLS, "ussl: no TLS with " + server + ": it did not answer in time");
            }
            throw e;
        }
    }

    /** Up to so many bytes; empty at the end that the server announced, null when there are none and the socket does not wait. */
    @Exposed
    byte[] read(int most) {
        if (!handshake()) {
            return null;
        }
        byte[] bytes = new byte[most];
        int count = attempt(() -> connection.read(bytes, 0, most));
        if (count == 0 && most > 0) {
            return null;
        }
        if (count < 0 && connection.isCutOff()) {
            device.notices()
                    .sayOnce(
                            Code.NO_TLS,
                            "ussl: " + server + " ended the connection without TLS's farewell; the module "
                                    + "has an OSError(107) for that");
            throw DeviceError.os(Errno.ENOTCONN);
        }
        return Arrays.copyOf(bytes, Math.max(count, 0));
    }

    /** How many bytes were taken; 0 when none can be and the socket does not wait. */
    @Exposed
    int write(byte[] bytes) {
        return handshake() ? attempt(() -> connection.write(bytes, 0, bytes.length)) : 0;
    }

    /** Whether {@link #read} has something without asking the socket. */
    @Exposed
    boolean pending() {
        return connection.hasPending();
    }

    /** The server's certificate in DER; null before the handshake. */
    @Exposed
    byte[] peerCertificate() {
        TlsSessionInfo session = connection.session();
        return session == null ? null : session.chain().get(0);
    }

    /** {@code [protocol, suite]}; null before the handshake. */
    @Exposed
    List<Object> cipher() {
        TlsSessionInfo session = connection.session();
        return session == null ? null : List.of(session.protocol(), session.suite());
    }

    @Exposed
    void close() {
        closed = true;
        try {
            connection.close();
        } catch (IOException e) {
            // The socket is of no more use either way.
        }
        stream.close();
    }
}
