package io.qpy.device.sms;

import java.util.Arrays;

/** A telephone number in a PDU: digits, two an octet, or letters of the GSM alphabet. */
final class Address {
    private static final String DIGITS = "0123456789*#abc";
    private static final int INTERNATIONAL = 0x91;
    private static final int UNKNOWN = 0x81;
    private static final int LETTERS = 0xD0;
    private static final int MOST_LETTERS = 11;
    private static final int SEPTET = 7;
    private static final int FILL = 0xF;

    private Address() {}

    /** Whether it is a number with a + or without. */
    static boolean isNumber(String text) {
        return text.matches("\\+?[0-9*#abc]{1,20}");
    }

    /** How long it is in half octets, as it stands in front of it. */
    static int length(String text) {
        return isNumber(text) ? digits(text).length() : (letters(text).length() * SEPTET + 3) / 4;
    }

    private static String digits(String number) {
        return number.startsWith("+") ? number.substring(1) : number;
    }

    private static String letters(String text) {
        String letters = text.length() > MOST_LETTERS ? text.substring(0, MOST_LETTERS) : text;
        return GsmAlphabet.has(letters) ? letters : "?";
    }

    /** The type, and the digits or letters. */
    static byte[] encode(String text) {
        if (!isNumber(text)) {
            return with(LETTERS, GsmAlphabet.pack(0, GsmAlphabet.septets(letters(text))));
        }
        String digits = digits(text);
        byte[] packed = new byte[(digits.length() + 1) / 2];
        for (int i = 0; i < packed.length; i++) {
            int high = 2 * i + 1 < digits.length() ? DIGITS.indexOf(digits.charAt(2 * i + 1)) : FILL;
            packed[i] = (byte) ((high << 4) | DIGITS.indexOf(digits.charAt(2 * i)));
        }
        return with(text.startsWith("+") ? INTERNATIONAL : UNKNOWN, packed);
    }

    private static byte[] with(int type, byte... packed) {
        byte[] octets = new byte[1 + packed.length];
        octets[0] = (byte) type;
        System.arraycopy(packed, 0, octets, 1, packed.length);
        return octets;
    }

    /** How many octets an address of so many half octets has, its type among them. */
    static int octets(int length) {
        return 1 + (length + 1) / 2;
    }

    static String read(int length, byte... octets) {
        int type = octets[0] & 0xFF;
        byte[] packed = Arrays.copyOfRange(octets, 1, octets.length);
        if ((type & 0x70) == (LETTERS & 0x70)) {
            return GsmAlphabet.text(GsmAlphabet.unpack(0, length * 4 / SEPTET, packed));
        }
        StringBuilder digits = new StringBuilder((type & 0x70) == (INTERNATIONAL & 0x70) ? "+" : "");
        for (int i = 0; i < length; i++) {
            int digit = (packed[i / 2] >> (4 * (i % 2))) & FILL;
            digits.append(digit < DIGITS.length() ? DIGITS.substring(digit, digit + 1) : "");
        }
        return digits.toString();
    }
}
