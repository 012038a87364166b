package io.qpy.device.tls;

/** The numbers with which the module's TLS library, mbedTLS 2.28, fails; its ssl.h and x509.h list them. */
public enum MbedtlsError {
    MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE(-0x7780),
    MBEDTLS_ERR_SSL_UNEXPECTED_MESSAGE(-0x7700),
    MBEDTLS_ERR_SSL_CONN_EOF(-0x7280),
    MBEDTLS_ERR_SSL_INVALID_RECORD(-0x7200),
    MBEDTLS_ERR_SSL_INVALID_MAC(-0x7180),
    MBEDTLS_ERR_SSL_BAD_HS_SERVER_HELLO(-0x7980),
    MBEDTLS_ERR_SSL_BAD_HS_CERTIFICATE(-0x7A00),
    MBEDTLS_ERR_SSL_BAD_HS_SERVER_KEY_EXCHANGE(-0x7B00),
    MBEDTLS_ERR_SSL_BAD_HS_PROTOCOL_VERSION(-0x6E80),
    MBEDTLS_ERR_SSL_INTERNAL_ERROR(-0x6C00),
    MBEDTLS_ERR_X509_CERT_VERIFY_FAILED(-0x2700);

    private final int code;

    MbedtlsError(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
