package io.qpy.pymodules.request;

import io.qpy.device.Code;
import io.qpy.device.DeviceError;
import io.qpy.device.Errno;
import io.qpy.device.Notices;
import io.qpy.device.tls.InvalidIdentity;
import io.qpy.device.tls.TlsFailure;
import io.qpy.pymodules.request.Connection.Stage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/** Turns what went wrong on the way into what the module raises, and tells the person at the PC the reason. */
final class Failure {
    private final Notices notices;
    private final Target target;

    Failure(Notices notices, Target target) {
        this.notices = notices;
        this.target = target;
    }

    /** No head of an answer came; the firmware's exceptions tell the stages apart (facts.md 5.9). */
    DeviceError before(Stage stage, IOException e) {
        notices.say(code(stage, e), "request: " + reason(stage, e));
        return switch (stage) {
            case RESOLVING ->
                DeviceError.of("IndexError", "Domain name resolution error, please check network connection");
            case CONNECTING -> DeviceError.of("RuntimeError", "HTTP Connection" + tail(e));
            case SECURING -> DeviceError.of("RuntimeError", "HTTPS USSL" + tail(e));
            case TALKING -> talking(e);
        };
    }

    /**
     * The body broke off. The script has what came before, and no exception, as on the module; only a time-out is one
     * in the newer firmware.
     */
    void during(IOException e) {
        notices.say(Code.NO_ANSWER, "request: " + reason(Stage.TALKING, e) + "; the script gets what came before");
        if (e instanceof SocketTimeoutException) {
            throw DeviceError.of("ValueError", text(Errno.ETIMEDOUT));
        }
    }

    private static Code code(Stage stage, IOException e) {
        return switch (stage) {
            case RESOLVING, CONNECTING -> Code.ofConnecting(e);
            case SECURING -> e instanceof InvalidIdentity ? Code.OWN_CERTIFICATE : Code.NO_TLS;
            case TALKING -> Code.NO_ANSWER;
        };
    }

    private DeviceError talking(IOException e) {
        if (e instanceof SocketTimeoutException) {
            return DeviceError.os(Errno.ETIMEDOUT);
        }
        if (e instanceof SocketException) {
            return DeviceError.os(Errno.ECONNRESET);
        }
        return DeviceError.of(
                "ValueError", "InvalidSchema: No connection adapters were found for '" + target.url() + "'");
    }

    private String tail(IOException e) {
        return " '" + text(e) + "' FAIL='" + target.url() + "'";
    }

    /** The exception below, as the firmware's {@code str()} prints it. */
    private static String text(IOException e) {
        if (e instanceof TlsFailure tls) {
            return "(" + tls.error().code() + ", '" + tls.error() + "')";
        }
        return e instanceof InvalidIdentity identity ? "invalid " + identity.what() : text(errno(e));
    }

    private static String text(Errno errno) {
        return "[Errno " + errno.code() + "] " + errno.name();
    }

    private static Errno errno(IOException e) {
        if (e instanceof SocketTimeoutException) {
            return Errno.ETIMEDOUT;
        }
        if (e instanceof NoRouteToHostException) {
            return Errno.EHOSTUNREACH;
        }
        return e instanceof ConnectException ? Errno.ECONNREFUSED : Errno.EIO;
    }

    private String reason(Stage stage, IOException e) {
        String what = e instanceof SocketTimeoutException
                ? "nothing came within the script's timeout of " + target.millis() / 1000.0 + " s"
                : String.valueOf(e.getMessage());
        return switch (stage) {
            case RESOLVING -> what;
            case CONNECTING -> "no connection to " + target.endpoint() + ": " + what;
            case SECURING -> "no TLS with " + target.endpoint() + ": " + what;
            case TALKING -> "no proper answer from " + target.endpoint() + ": " + what;
        };
    }
}
