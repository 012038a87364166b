package io.qpy.device.update;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A package of firmware as qpy makes it: a line with {@code QPYFOTA1}, the version's, the SHA-256 of what follows in hexadecimal digits, and
 * then that. The vendor's own packages have no public form.
 *
 * @param isWhole whether its sum is right
 */
public record FirmwarePackage(String version, boolean isWhole) {
    private static final String MARK = "QPYFOTA1";

    /** Makes one. */
    public static byte[] of(String version, byte[] content) {
        byte[] head = (MARK + "\n" + version + "\n" + sum(content) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(head, head.length + content.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        return all;
    }

    /** Reads one; null for bytes that are none of qpy's. */
    static FirmwarePackage read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String[] lines = text.split("\n", 4);
        if (lines.length < 4 || !lines[0].equals(MARK)) {
            return null;
        }
        byte[] content = Arrays.copyOfRange(bytes, bytes.length - lines[3].length(), bytes.length);
        String version = new String(lines[1].getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return new FirmwarePackage(version, lines[2].equals(sum(content)));
    }

    private static String sum(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java has SHA-256", e);
        }
    }
}
