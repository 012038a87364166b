package io.qpy.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Inputs that are written in a test. */
public final class Seeds {
    private Seeds() {}

    public static List<byte[]> texts(String... texts) {
        return Stream.of(texts)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** Each character is a byte: {@code \377} is 255. */
    public static List<byte[]> bytes(String... texts) {
        return Stream.of(texts)
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }

    public static List<byte[]> base64(String... texts) {
        return Stream.of(texts).map(Base64.getDecoder()::decode).toList();
    }

    /** A message without what stands in quotes and without numbers, to tell kinds apart. */
    public static String kind(String message) {
        String kind =
                String.valueOf(message).replaceAll("[\"'][^\"']*[\"']", "\"\"").replaceAll("[0-9]+", "0");
        return kind.substring(0, Math.min(60, kind.length()));
    }
}
