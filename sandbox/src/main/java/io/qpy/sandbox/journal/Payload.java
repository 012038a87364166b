package io.qpy.sandbox.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that never change. */
public final class Payload {
    public static final Payload EMPTY = new Payload(new byte[0]);
    private static final int SHOWN_CHARACTERS = 80;

    private final byte[] bytes;

    private Payload(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Payload of(byte[] bytes) {
        return new Payload(bytes.clone());
    }

    public static Payload of(String text) {
        return new Payload(text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int size() {
        return bytes.length;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** Read as UTF-8; what is none becomes U+FFFD. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** For a log line: the beginning, with everything that would disturb a terminal replaced. */
    @Override
    public String toString() {
        String text = text();
        String shown = text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
        return "%s (%d bytes)".formatted(Event.quoted(shown), bytes.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
