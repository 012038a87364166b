package io.qpy.sandbox.cloud.tencent;

import java.util.Base64;
import java.util.Optional;

/** Device keys are written in base64; what signs is the bytes. */
final class Psk {
    private Psk() {}

    static Optional<byte[]> decode(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String encode(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}
