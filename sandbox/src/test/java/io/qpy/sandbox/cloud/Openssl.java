package io.qpy.sandbox.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The openssl command: a second opinion on every signature. */
final class Openssl {
    private Openssl() {}

    /** {@code digest} is md5, sha1 or sha256; in lower-case hex. */
    static String hmac(String digest, byte[] key, String content) throws IOException, InterruptedException {
        String hexKey = "hexkey:" + HexFormat.of().formatHex(key);
        byte[] out =
                run(content.getBytes(StandardCharsets.UTF_8), "dgst", "-" + digest, "-mac", "HMAC", "-macopt", hexKey);
        String line = new String(out, StandardCharsets.UTF_8);
        return line.substring(line.lastIndexOf(' ') + 1).strip();
    }

    static String hmac(String digest, String key, String content) throws IOException, InterruptedException {
        return hmac(digest, key.getBytes(StandardCharsets.UTF_8), content);
    }

    /** Without removing any padding. */
    static String decryptCbc(byte[] key, byte[] iv, byte[] secret) throws IOException, InterruptedException {
        HexFormat hex = HexFormat.of();
        List<String> arguments =
                List.of("enc", "-d", "-aes-128-cbc", "-nopad", "-K", hex.formatHex(key), "-iv", hex.formatHex(iv));
        return new String(run(secret, arguments.toArray(String[]::new)), StandardCharsets.UTF_8);
    }

    private static byte[] run(byte[] input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().write(input);
        process.getOutputStream().close();
        byte[] out = process.getInputStream().readAllBytes();
        assertEquals(0, process.waitFor(), () -> new String(out, StandardCharsets.UTF_8));
        return out;
    }
}
