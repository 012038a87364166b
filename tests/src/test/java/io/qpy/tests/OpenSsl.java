package io.qpy.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Signatures by a program that is not ours. */
final class OpenSsl {
    private OpenSsl() {}

    /** The digest's hexadecimal digits. */
    static String hmac(String algorithm, byte[] key, String text) throws IOException, InterruptedException {
        String hexKey = HexFormat.of().formatHex(key);
        Process openssl = new ProcessBuilder(
                        List.of("openssl", "dgst", "-" + algorithm, "-mac", "HMAC", "-macopt", "hexkey:" + hexKey))
                .start();
        try (var in = openssl.getOutputStream()) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
        }
        String answer = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (openssl.waitFor() != 0) {
            throw new AssertionError(new String(openssl.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        return answer.substring(answer.lastIndexOf(' ') + 1).strip();
    }
}
