package io.qpy.runtime.graalpy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The text of a float as MicroPython makes it (py/formatfloat.c and mp_print_float), for a number that is finite and has no sign: what lies in
 * the middle is rounded up, and there are 30 characters at most. A longer precision is cut, a larger number gets an exponent. MicroPython
 * 1.13 makes the digits by multiplication, and rounds up what lies a little below the middle too; since 1.27 they are the number's own.
 */
public final class FloatText {
    private static final int ROOM = 31; // of its 32 characters the last is NUL
    private static final int ROOM_OF_EXPONENT = 7;
    private static final int LEAST_POWER = -4; // of %g and print() without an exponent
    private static final int SHOWN_DIGITS = 16;
    private static final int MOST_DIGITS = 16; // MicroPython fills up what is asked beyond with zeros

    private FloatText() {}

    /** The text of value for the types e, f and g; hasSign if a sign will stand before it. */
    public static String of(double value, char type, int precision, boolean hasSign) {
        BigDecimal number = precision > MOST_DIGITS ? new BigDecimal(Double.toString(value)) : new BigDecimal(value);
        int room = hasSign ? ROOM - 1 : ROOM;
        return switch (type) {
            case 'f' -> fixed(number, precision, room);
            case 'e' -> exponential(number, Math.min(precision, room - ROOM_OF_EXPONENT));
            default -> general(number, Math.max(1, Math.min(precision, room - ROOM_OF_EXPONENT + 1)));
        };
    }

    /** What print() and str() show: as many digits as tell it from other floats. MicroPython 1.13 shows 16 at most, newer ones 17. */
    public static String shown(double value) {
        BigDecimal number = new BigDecimal(Double.toString(value));
        String text = shortest(number, SHOWN_DIGITS);
        return text.indexOf('.') < 0 && text.indexOf('e') < 0 ? text + ".0" : text;
    }

    private static String fixed(BigDecimal number, int precision, int room) {
        int power = Math.max(0, power(number));
        if (power >= room) {
            return exponential(number, Math.min(precision, room - ROOM_OF_EXPONENT));
        }
        int places = Math.max(0, Math.min(precision, room - 2 - power));
        return number.setScale(places, RoundingMode.HALF_UP).toPlainString();
    }

    private static String exponential(BigDecimal number, int places) {
        BigDecimal rounded = number.round(new MathContext(places + 1, RoundingMode.HALF_UP));
        String digits = rounded.unscaledValue().toString();
        digits += "0".repeat(Math.max(0, places + 1 - digits.length()));
        return digits.charAt(0) + (places > 0 ? "." + digits.substring(1, places + 1) : "") + exponent(power(rounded));
    }

    private static String general(BigDecimal number, int digits) {
        return shortest(number.round(new MathContext(digits, RoundingMode.HALF_UP)), digits);
    }

    /** Without zeros at the end; from ten to the power of digits on, with an exponent. */
    private static String shortest(BigDecimal number, int digits) {
        BigDecimal stripped = number.stripTrailingZeros();
        int power = power(stripped);
        if (power >= LEAST_POWER && power < digits) {
            return stripped.toPlainString();
        }
        return exponential(stripped, stripped.precision() - 1);
    }

    private static int power(BigDecimal number) {
        return number.signum() == 0 ? 0 : number.precision() - number.scale() - 1;
    }

    private static String exponent(int power) {
        int size = Math.abs(power);
        return (power < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + size;
    }
}
