package io.qpy.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The openssl command: a second opinion on signatures. */
public final class OpenSsl {
    private OpenSsl() {}

    /**
     * Signs a text.
     *
     * @param digest md5, sha1 or sha256
     * @return hexadecimal digits, in lower case
     */
    public static String hmac(String digest, byte[] key, String text) throws IOException, InterruptedException {
        String line = Program.of("openssl", "dgst", "-" + digest, "-mac", "HMAC", "-macopt", "hexkey:" + hex(key))
                .run(text.getBytes(StandardCharsets.UTF_8));
        return line.substring(line.lastIndexOf(' ') + 1).strip();
    }

    /** The same with the bytes of a text as the key. */
    public static String hmac(String digest, String key, String text) throws IOException, InterruptedException {
        return hmac(digest, key.getBytes(StandardCharsets.UTF_8), text);
    }

    /** Decrypts AES-128-CBC and leaves the padding. */
    public static String decryptCbc(byte[] key, byte[] iv, byte[] secret) throws IOException, InterruptedException {
        return Program.of("openssl", "enc", "-d", "-aes-128-cbc", "-nopad", "-K", hex(key), "-iv", hex(iv))
                .run(secret);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
