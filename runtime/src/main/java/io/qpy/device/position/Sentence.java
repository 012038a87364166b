package io.qpy.device.position;

import java.util.Locale;

/** One NMEA 0183 sentence that is being written. */
final class Sentence {
    private final StringBuilder body;

    /** @param name with the talker's two letters: GNRMC */
    Sentence(String name) {
        body = new StringBuilder(name);
    }

    Sentence add(Object field) {
        body.append(',').append(field);
        return this;
    }

    /** A number with so many digits behind the point. */
    Sentence add(double number, int digits) {
        return add(String.format(Locale.ROOT, "%." + digits + "f", number));
    }

    /** An angle as ddmm.mmmm or dddmm.mmmm, and its side. */
    Sentence angle(double degrees, int wholeDigits, int digits, String sides) {
        long scale = Math.round(Math.pow(10, digits));
        long units = Math.round(Math.abs(degrees) * 60 * scale);
        long whole = units / (60 * scale);
        long minutes = units % (60 * scale);
        String form = "%0" + wholeDigits + "d%02d.%0" + digits + "d";
        add(String.format(Locale.ROOT, form, whole, minutes / scale, minutes % scale));
        return add(sides.charAt(degrees < 0 ? 1 : 0));
    }

    /** The exclusive or of the characters. */
    static int checkSum(CharSequence text) {
        return text.chars().reduce(0, (sum, each) -> sum ^ each);
    }

    /** With its frame. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "$%s*%02X\r\n", body, checkSum(body));
    }
}
