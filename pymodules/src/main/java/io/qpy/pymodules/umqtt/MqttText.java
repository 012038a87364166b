package io.qpy.pymodules.umqtt;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Texts as they stand in MQTT's packets: two bytes of length, then UTF-8 (MQTT 3.1.1, 1.5.3). Paho's own code refuses every
 * character from U+FDF0 to U+FFFF, full-width letters among them.
 */
final class MqttText {
    private static final int MOST_BYTES = 0xFFFF;
    private static final int FIRST_NONCHARACTER = 0xFDD0;
    private static final int LAST_NONCHARACTER = 0xFDEF;

    /** The last two of each plane are no characters either. */
    private static final int LAST_OF_PLANE = 0xFFFE;

    private MqttText() {}

    /** IllegalArgumentException for a text that is too long, or has a character that MQTT forbids. */
    static byte[] encode(String text) {
        return encode(valid(text).getBytes(StandardCharsets.UTF_8));
    }

    /** What MQTT takes as bytes: a password, a will's message. IllegalArgumentException if they are too many. */
    static byte[] encode(byte... bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException(bytes.length + " bytes are more than MQTT's " + MOST_BYTES);
        }
        ByteBuffer encoded = ByteBuffer.allocate(Short.BYTES + bytes.length);
        encoded.putShort((short) bytes.length);
        return encoded.put(bytes).array();
    }

    /** IllegalArgumentException for bytes that are no UTF-8, and for a character that MQTT forbids. */
    static String decode(ByteBuffer utf8) {
        try {
            return valid(StandardCharsets.UTF_8.newDecoder().decode(utf8).toString());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a topic that is not UTF-8", e);
        }
    }

    /** The text, which has no control characters, as Paho and mosquitto demand it, and no surrogates that are alone. */
    private static String valid(String text) {
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int point = text.codePointAt(i);
            if (isForbidden(point)) {
                throw new IllegalArgumentException(String.format("MQTT has no character U+%04X", point));
            }
        }
        return text;
    }

    private static boolean isForbidden(int point) {
        return Character.isISOControl(point)
                || Character.getType(point) == Character.SURROGATE
                || (point >= FIRST_NONCHARACTER && point <= LAST_NONCHARACTER)
                || (point & LAST_OF_PLANE) == LAST_OF_PLANE;
    }
}
