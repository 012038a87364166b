package io.qpy.pymodules.request;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Text as the bytes that a script's text stands for. */
final class Octets {
    private static final char FIRST_LONE = 0xDC80;
    private static final char LAST_LONE = 0xDCFF;

    private Octets() {}

    /** UTF-8; a byte that was no UTF-8 stands in a text as a lone surrogate, and becomes the byte again. */
    static byte[] of(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        text.codePoints().forEach(c -> {
            if (c >= FIRST_LONE && c <= LAST_LONE) {
                bytes.write(c & 0xFF);
            } else {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    /** Each line with its end, and an empty one. */
    static byte[] lines(List<byte[]> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            bytes.writeBytes(line);
            bytes.write('\r');
            bytes.write('\n');
        }
        bytes.write('\r');
        bytes.write('\n');
        return bytes.toByteArray();
    }
}
