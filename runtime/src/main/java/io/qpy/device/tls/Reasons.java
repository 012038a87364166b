package io.qpy.device.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsFatalAlertReceived;

/** Says why a handshake or a record failed, to the script with mbedTLS's number and to the person in words. */
final class Reasons {
    private static final int HANDSHAKE_RECORD = 0x16;
    private static final int ALERT_RECORD = 0x15;

    /** The first bytes that the peer sent, as far as they have come. */
    private final byte[] first;

    Reasons(byte[] first) {
        this.first = first;
    }

    TlsFailure of(IOException e) {
        if (e.getCause() instanceof TlsFailure refusal) {
            return refusal;
        }
        if (e instanceof TlsFatalAlertReceived received) {
            return failure(
                    MbedtlsError.MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE, refusal(received.getAlertDescription()), e);
        }
        if (first.length > 0 && first[0] != HANDSHAKE_RECORD && first[0] != ALERT_RECORD) {
            return failure(MbedtlsError.MBEDTLS_ERR_SSL_INVALID_RECORD, noTls(), e);
        }
        return e instanceof TlsFatalAlert own
                ? ownAlert(own)
                : failure(
                        MbedtlsError.MBEDTLS_ERR_SSL_INTERNAL_ERROR, "its answer cannot be read: " + e.getMessage(), e);
    }

    static TlsFailure endedInHandshake() {
        return failure(
                MbedtlsError.MBEDTLS_ERR_SSL_CONN_EOF, "it closed the connection in the middle of the handshake", null);
    }

    static TlsFailure refusedCertificate(String objections) {
        return failure(MbedtlsError.MBEDTLS_ERR_X509_CERT_VERIFY_FAILED, objections, null);
    }

    private static TlsFailure failure(MbedtlsError error, String reason, Throwable cause) {
        return new TlsFailure(error, reason, cause);
    }

    private static String refusal(short alert) {
        String name = AlertDescription.getName(alert);
        return switch (alert) {
            case AlertDescription.handshake_failure, AlertDescription.insufficient_security ->
                "it refuses the handshake (alert " + name + "): it offers no cipher suite that the module has, or it "
                        + "wants a client certificate";
            case AlertDescription.protocol_version -> "it refuses TLS 1.2 and 1.3 (alert " + name + ")";
            case AlertDescription.unrecognized_name -> "it knows no host of that name (alert " + name + ")";
            case AlertDescription.bad_certificate,
                    AlertDescription.certificate_expired,
                    AlertDescription.certificate_revoked,
                    AlertDescription.certificate_unknown,
                    AlertDescription.unknown_ca,
                    AlertDescription.access_denied,
                    AlertDescription.unsupported_certificate ->
                "it does not accept the device's certificate (alert " + name + ")";
            case AlertDescription.certificate_required ->
                "it wants a client certificate (alert " + name + "): give one with cert and key";
            case AlertDescription.decrypt_error ->
                "it cannot check the device's signature (alert " + name + "): do cert and key belong together?";
            default -> "it broke the connection off (alert " + name + ")";
        };
    }

    private String noTls() {
        String text = new String(first, StandardCharsets.ISO_8859_1);
        if (text.startsWith("HTTP/")) {
            return "it speaks plain HTTP on this port, not TLS: use http://, or the port of its https";
        }
        boolean readable = text.chars().allMatch(c -> (c >= ' ' && c < 0x7f) || c == '\r' || c == '\n');
        String shown =
                readable ? "'" + text.strip() + "'" : HexFormat.ofDelimiter(" ").formatHex(first);
        return "it does not speak TLS on this port; its first bytes are " + shown;
    }

    private static TlsFailure ownAlert(TlsFatalAlert e) {
        short alert = e.getAlertDescription();
        String name = AlertDescription.getName(alert);
        return switch (alert) {
            case AlertDescription.record_overflow ->
                failure(
                        MbedtlsError.MBEDTLS_ERR_SSL_INVALID_RECORD,
                        "it sent a record that is longer than TLS allows (" + name + ")",
                        e);
            case AlertDescription.bad_record_mac ->
                failure(MbedtlsError.MBEDTLS_ERR_SSL_INVALID_MAC, "a record was changed on its way (" + name + ")", e);
            case AlertDescription.protocol_version ->
                failure(
                        MbedtlsError.MBEDTLS_ERR_SSL_BAD_HS_PROTOCOL_VERSION,
                        "it speaks neither TLS 1.2 nor TLS 1.3 (" + name + ")",
                        e);
            case AlertDescription.insufficient_security ->
                failure(
                        MbedtlsError.MBEDTLS_ERR_SSL_BAD_HS_SERVER_KEY_EXCHANGE,
                        "its key exchange is too weak (" + name + ")",
                        e);
            case AlertDescription.unsupported_certificate,
                    AlertDescription.certificate_unknown,
                    AlertDescription.bad_certificate ->
                failure(
                        MbedtlsError.MBEDTLS_ERR_SSL_BAD_HS_CERTIFICATE,
                        "its certificate is of no use for this cipher suite (" + name + ")",
                        e);
            default ->
                failure(
                        MbedtlsError.MBEDTLS_ERR_SSL_BAD_HS_SERVER_HELLO,
                        "its side of the handshake is not proper TLS (" + name + ")",
                        e);
        };
    }
}
