package io.qpy.device.sms;

import java.util.ArrayList;
import java.util.List;

/** A text as the parts that go into one message each. No character, and none of two septets or two units, is cut. */
final class Parts {
    private static final int SEPTETS = 160;
    private static final int SEPTETS_OF_MANY = 153; // beside the header that says which part it is
    private static final int UNITS = 70;
    private static final int UNITS_OF_MANY = 67;

    private Parts() {}

    /** The parts of a text; one, which is empty, of an empty text. */
    static List<String> of(String text, boolean unicode) {
        int one = unicode ? UNITS : SEPTETS;
        return width(text, unicode) <= one
                ? List.of(text)
                : cut(text, unicode, unicode ? UNITS_OF_MANY : SEPTETS_OF_MANY);
    }

    /** In septets or in UTF-16 units. */
    static int width(String text, boolean unicode) {
        return unicode
                ? text.length()
                : text.chars().map(each -> GsmAlphabet.width((char) each)).sum();
    }

    private static List<String> cut(String text, boolean unicode, int most) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        text.codePoints().mapToObj(Character::toString).forEach(each -> {
            if (width(part + each, unicode) > most) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(each);
        });
        parts.add(part.toString());
        return parts;
    }
}
