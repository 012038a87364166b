package io.qpy.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code a=1&b=%20+}, of a target or a form. A {@code %} that begins no escape stays as it is, as the servers do that scripts
 * meet: {@code ?level=50%} is no mistake to them.
 */
final class Query {
    private Query() {}

    /** The names in their order, each with its values. */
    static Map<String, List<String>> parse(byte[] text) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String field : new String(text, StandardCharsets.ISO_8859_1).split("&", -1)) {
            if (!field.isEmpty()) {
                String[] sides = field.split("=", 2);
                fields.computeIfAbsent(decoded(sides[0]), name -> new ArrayList<>())
                        .add(sides.length > 1 ? decoded(sides[1]) : "");
            }
        }
        return fields;
    }

    /** @param text a byte a character */
    private static String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '%' && isEscape(text, i)) {
                bytes.write(Integer.parseInt(text, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.write(next == '+' ? ' ' : next);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length() && isHex(text.charAt(at + 1)) && isHex(text.charAt(at + 2));
    }

    private static boolean isHex(char digit) {
        return digit < 0x80 && Character.digit(digit, 16) >= 0;
    }
}
