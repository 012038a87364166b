package io.qpy.repl.board;

import java.nio.charset.StandardCharsets;

/** Puts the characters together that arrive byte by byte. */
final class Utf8 {
    private final byte[] pending = new byte[4];
    private int have;
    private int want;

    /** The character that this byte completes; empty for one in the middle, U+FFFD for what is none. */
    String add(int value) {
        if (have > 0 && (value & 0xc0) != 0x80) {
            have = 0;
            return "\ufffd" + add(value);
        }
        if (value < 0x80) {
            return String.valueOf((char) value);
        }
        if (have == 0) {
            want = value >= 0xf0 ? 4 : value >= 0xe0 ? 3 : 2;
            if (value < 0xc2 || value > 0xf4) {
                return "\ufffd";
            }
        }
        pending[have++] = (byte) value;
        if (have < want) {
            return "";
        }
        have = 0;
        return new String(pending, 0, want, StandardCharsets.UTF_8);
    }
}
