package io.qpy.pymodules.umqtt;

import io.qpy.device.Code;
import io.qpy.device.Errno;
import io.qpy.device.tls.TlsFailure;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/**
 * Why something did not work: for the script a kind and a number, for the person a reason.
 *
 * @param code the CONNACK code where the broker refuses, mbedTLS's number where TLS failed, else an errno
 * @param noticed what kind of line the reason is
 */
record Failure(Kind kind, int code, Code noticed, String reason) {
    enum Kind {
        REFUSED,
        DNS,
        SOCKET
    }

    private static final List<String> CONNACK = List.of(
            "the broker does not speak this version of MQTT",
            "the broker does not accept the client id",
            "the broker says that its service is unavailable",
            "the broker does not accept the user name or the password",
            "the broker does not authorise this client");

    static Failure of(Throwable thrown) {
        Throwable cause = cause(thrown);
        if (cause instanceof BrokerInput.Refused refused && refused.code() <= CONNACK.size()) {
            int code = refused.code();
            return new Failure(
                    Kind.REFUSED, code, Code.MQTT_REFUSED, CONNACK.get(code - 1) + " (CONNACK code " + code + ")");
        }
        if (cause instanceof UnknownHostException) {
            return new Failure(Kind.DNS, Errno.EHOSTUNREACH.code(), Code.NO_HOST, cause.getMessage());
        }
        if (cause instanceof TlsFailure tls) {
            return new Failure(Kind.SOCKET, tls.error().code(), Code.NO_TLS, "TLS: " + tls.getMessage());
        }
        Errno errno = errno(cause);
        return new Failure(Kind.SOCKET, errno.code(), Code.ofConnecting(cause), reason(errno, cause));
    }

    /** Null when the operation has succeeded, else why it has not. One that is not complete ends, with a TimeoutException. */
    static Throwable in(CompletableFuture<?> operation) {
        if (!operation.isDone()) { // an exception that nobody needs would take longer than all else
            operation.completeExceptionally(new TimeoutException("nothing came in time"));
        }
        try {
            Object ignored = operation.join();
            return null;
        } catch (CompletionException e) {
            return e.getCause();
        }
    }

    /** What a future has wrapped. */
    private static Throwable cause(Throwable thrown) {
        boolean wrapper = thrown instanceof CompletionException;
        return wrapper && thrown.getCause() != null ? cause(thrown.getCause()) : thrown;
    }

    /** The number that the firmware's sockets give (facts.md 2.7, 2.20). */
    static Errno errno(Throwable thrown) {
        Throwable cause = cause(thrown);
        if (cause instanceof SocketTimeoutException || cause instanceof TimeoutException) {
            return Errno.ETIMEDOUT;
        }
        if (cause instanceof ConnectException) {
            return Errno.ECONNREFUSED;
        }
        if (cause instanceof NoRouteToHostException) {
            return Errno.EHOSTUNREACH;
        }
        if (cause instanceof EOFException) {
            return Errno.ENOTCONN;
        }
        if (cause instanceof BrokerInput.NotMqtt || cause instanceof TlsFailure) {
            return Errno.ECONNABORTED; // not EIO, whose number is a CONNACK code too
        }
        return Errno.ECONNRESET;
    }

    private static String reason(Errno errno, Throwable cause) {
        if (errno == Errno.ETIMEDOUT) {
            return "no answer in time";
        }
        if (errno == Errno.ENOTCONN) {
            return "the broker has closed the connection";
        }
        boolean tells = cause instanceof IOException || cause instanceof IllegalArgumentException;
        return tells && cause.getMessage() != null ? cause.getMessage() : "the connection broke";
    }
}
