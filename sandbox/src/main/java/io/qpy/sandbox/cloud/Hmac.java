package io.qpy.sandbox.cloud;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature methods, by the names that both clouds give them in lower case. */
public enum Hmac {
    HMACMD5("HmacMD5", 32),
    HMACSHA1("HmacSHA1", 40),
    HMACSHA256("HmacSHA256", 64);

    private final String algorithm;
    private final int hexLength;

    Hmac(String algorithm, int hexLength) {
        this.algorithm = algorithm;
        this.hexLength = hexLength;
    }

    public static Optional<Hmac> named(String name) {
        return Arrays.stream(values()).filter(one -> one.label().equals(name)).findFirst();
    }

    /** The one whose signatures have this many hex digits. */
    public static Optional<Hmac> ofLength(int hexLength) {
        return Arrays.stream(values()).filter(one -> one.hexLength == hexLength).findFirst();
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int hexLength() {
        return hexLength;
    }

    public String hex(String key, String content) {
        return hex(key.getBytes(StandardCharsets.UTF_8), content);
    }

    /** In lower case. */
    public String hex(byte[] key, String content) {
        return HexFormat.of().formatHex(digest(key, content));
    }

    public byte[] digest(byte[] key, String content) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            // Java refuses an empty key; HMAC fills every key up with zeros, so that one zero is the same key.
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
            return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
