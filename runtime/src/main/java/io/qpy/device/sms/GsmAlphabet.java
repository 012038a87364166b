package io.qpy.device.sms;

import java.util.Arrays;

/** The GSM 7-bit default alphabet with its extension table (3GPP TS 23.038, 6.2.1), and how septets are packed into octets. */
final class GsmAlphabet {
    private static final String BASE = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** Characters behind an escape, and their septets. */
    private static final String EXTENSION = "\f^{}\\[~]|€";

    private static final int[] EXTENSION_SEPTETS = {0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};
    private static final int ESCAPE = 0x1B;
    private static final int SEPTET = 7;
    private static final int NONE = -1;

    private GsmAlphabet() {}

    /** How many septets a character takes: 1, 2, or -1 for one that the alphabet lacks. */
    static int width(char character) {
        if (BASE.indexOf(character) != NONE && character != ESCAPE) {
            return 1;
        }
        return EXTENSION.indexOf(character) == NONE ? NONE : 2;
    }

    /** Whether a text has characters of the alphabet alone. */
    static boolean has(String text) {
        return text.chars().allMatch(each -> width((char) each) != NONE);
    }

    /** The septets of such a text, one in each byte. */
    static byte[] septets(String text) {
        byte[] septets = new byte[2 * text.length()];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (width(each) == 2) {
                septets[count++] = ESCAPE;
                septets[count++] = (byte) EXTENSION_SEPTETS[EXTENSION.indexOf(each)];
            } else {
                septets[count++] = (byte) BASE.indexOf(each);
            }
        }
        return Arrays.copyOf(septets, count);
    }

    /** The text of septets. What follows an escape and is no extension is read as the alphabet's own. */
    static String text(byte... septets) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < septets.length; i++) {
            int extended = septets[i] == ESCAPE && i + 1 < septets.length ? extension(septets[i + 1]) : NONE;
            if (extended != NONE) {
                text.append(EXTENSION.charAt(extended));
                i++;
            } else {
                text.append(septets[i] == ESCAPE ? ' ' : BASE.charAt(septets[i]));
            }
        }
        return text.toString();
    }

    private static int extension(int septet) {
        for (int i = 0; i < EXTENSION_SEPTETS.length; i++) {
            if (EXTENSION_SEPTETS[i] == septet) {
                return i;
            }
        }
        return NONE;
    }

    /** Packs septets behind so many bits that stay 0. */
    static byte[] pack(int skipped, byte... septets) {
        byte[] octets = new byte[(skipped + SEPTET * septets.length + 7) / 8];
        for (int i = 0; i < septets.length; i++) {
            int bit = skipped + SEPTET * i;
            int value = septets[i] << (bit % 8);
            octets[bit / 8] |= (byte) value;
            if (bit % 8 > 1) {
                octets[bit / 8 + 1] |= (byte) (value >> 8);
            }
        }
        return octets;
    }

    /** Takes so many septets out of octets, behind so many bits; fewer where the octets end before. */
    static byte[] unpack(int skipped, int count, byte... octets) {
        int there = Math.max(0, Math.min(count, (8 * octets.length - skipped) / SEPTET));
        byte[] septets = new byte[there];
        for (int i = 0; i < there; i++) {
            int bit = skipped + SEPTET * i;
            int low = octets[bit / 8] & 0xFF;
            int high = bit / 8 + 1 < octets.length ? octets[bit / 8 + 1] & 0xFF : 0;
            septets[i] = (byte) ((((high << 8) | low) >> (bit % 8)) & 0x7F);
        }
        return septets;
    }
}
