package io.qpy.pymodules.request;

import io.qpy.device.DeviceError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The head of a request, as bare as the module's (facts.md 5.3): its line and its header fields. The script's bytes go
 * out as they are; what would begin a line of its own is refused.
 */
final class RequestHead {
    private static final Pattern TOKEN = Pattern.compile("[0-9A-Za-z!#$%&'*+.^_`|~-]+"); // RFC 9110, section 5.6.2
    private static final String HOST = "host";
    private static final String CONNECTION = "connection";
    private static final String LENGTH = "content-length";
    private static final String TRANSFER_ENCODING = "transfer-encoding";

    /** A header field; the name in small letters finds it. Each byte of the line is a character. */
    private record Field(String name, String line) {
        byte[] bytes() {
            return line.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private final String method;
    private final Target target;
    private final List<Field> fields = new ArrayList<>();
    private String authorization;

    /** Throws DeviceError, ValueError, for a method that is no single word. */
    RequestHead(String method, Target target) {
        if (!isToken(method)) {
            throw DeviceError.of("ValueError", "invalid method: " + shown(method));
        }
        this.method = method;
        this.target = target;
    }

    void authorize(String username, String password) {
        byte[] pair = Octets.of(username + ":" + password);
        authorization = "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /**
     * Adds a header field of the script's.
     *
     * @throws DeviceError ValueError for one that is none
     */
    void add(byte[] name, byte[] value) {
        String text = new String(name, StandardCharsets.ISO_8859_1);
        String content = new String(value, StandardCharsets.ISO_8859_1);
        boolean oneLine = content.chars().noneMatch(c -> c == '\r' || c == '\n' || c == 0);
        if (!isToken(text) || !oneLine) {
            throw DeviceError.of("ValueError", "invalid header: " + shown(text));
        }
        fields.add(new Field(text.toLowerCase(Locale.ROOT), text + ": " + content));
    }

    /**
     * The bytes of the head, with the blank line.
     *
     * <p>A server gets one {@code Host}, {@code Connection} and {@code Content-Length}: the script's in place of the
     * module's, but for the length of a body that is sent. The firmware of 2021 writes both, which servers refuse. A
     * script that sends {@code Transfer-Encoding} has cut its body into chunks by itself.
     *
     * @param version of HTTP, 0 for 1.0 or 1 for 1.1
     * @param body null for none
     */
    byte[] bytes(int version, byte[] body) {
        List<byte[]> lines = new ArrayList<>();
        lines.add(Octets.of(method + " " + target.path() + " HTTP/1." + version));
        boolean measured = body != null && !has(TRANSFER_ENCODING);
        lines.add(has(HOST) ? take(HOST) : Octets.of("Host: " + target.authority()));
        if (version == 1 && !has(CONNECTION)) {
            lines.add(Octets.of("Connection: close"));
        }
        if (measured || has(TRANSFER_ENCODING)) {
            fields.removeIf(field -> field.name().equals(LENGTH));
        }
        List.of(CONNECTION, LENGTH).forEach(this::keepLast);
        fields.forEach(field -> lines.add(field.bytes()));
        if (authorization != null) {
            lines.add(Octets.of("Authorization: " + authorization));
        }
        if (measured) {
            lines.add(Octets.of("Content-Length: " + body.length));
        }
        return Octets.lines(lines);
    }

    private boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }

    private byte[] take(String name) {
        keepLast(name);
        Field found = fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
        fields.remove(found);
        return found.bytes();
    }

    /** A dict can have a name twice, in large and in small letters. */
    private void keepLast(String name) {
        List<Field> same =
                fields.stream().filter(field -> field.name().equals(name)).toList();
        if (same.size() > 1) {
            fields.removeAll(same.subList(0, same.size() - 1));
        }
    }

    private static String shown(String text) {
        return text.replaceAll("[^ -~]", "?");
    }

    private static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }
}
