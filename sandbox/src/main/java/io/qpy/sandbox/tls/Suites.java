package io.qpy.sandbox.tls;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.KeyExchangeAlgorithm;
import org.bouncycastle.tls.TlsUtils;

/** Cipher suites by name and number. */
final class Suites {
    /** What an endpoint offers that is there for something else, the preferred first. */
    static final List<Integer> USUAL = List.of(
            CipherSuite.TLS_AES_128_GCM_SHA256,
            CipherSuite.TLS_AES_256_GCM_SHA384,
            CipherSuite.TLS_CHACHA20_POLY1305_SHA256,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA,
            CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA);

    private static final int TLS13 = 0x13; // the first byte of TLS 1.3's

    private Suites() {}

    /** By IANA's name, in capitals or not, with or without TLS_, or by its four hexadecimal digits. */
    static Optional<Integer> of(String text) {
        if (text.matches("(?i)(0x)?[0-9a-f]{4}")) {
            int code = Integer.parseInt(text.replaceFirst("(?i)0x", ""), 16);
            return isCertificateBased(code) ? Optional.of(code) : Optional.empty();
        }
        String wanted = text.replace('-', '_');
        for (Field field : CipherSuite.class.getFields()) {
            if (field.getName().equalsIgnoreCase(wanted) || field.getName().equalsIgnoreCase("TLS_" + wanted)) {
                return of("%04x".formatted(code(field)));
            }
        }
        return Optional.empty();
    }

    private static int code(Field field) {
        try {
            return field.getInt(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isCertificateBased(int code) {
        return isTls13(code)
                || switch (TlsUtils.getKeyExchangeAlgorithm(code)) {
                    case KeyExchangeAlgorithm.RSA,
                            KeyExchangeAlgorithm.DHE_RSA,
                            KeyExchangeAlgorithm.ECDHE_RSA,
                            KeyExchangeAlgorithm.ECDHE_ECDSA,
                            KeyExchangeAlgorithm.ECDH_RSA,
                            KeyExchangeAlgorithm.ECDH_ECDSA -> true;
                    default -> false;
                };
    }

    static boolean isTls13(int code) {
        return code >> 8 == TLS13;
    }

    /** The key that a server needs for it. */
    static KeyKind key(int code) {
        if (isTls13(code)) {
            return KeyKind.EC;
        }
        return switch (TlsUtils.getKeyExchangeAlgorithm(code)) {
            case KeyExchangeAlgorithm.RSA, KeyExchangeAlgorithm.DHE_RSA, KeyExchangeAlgorithm.ECDHE_RSA -> KeyKind.RSA;
            default -> KeyKind.EC;
        };
    }
}
