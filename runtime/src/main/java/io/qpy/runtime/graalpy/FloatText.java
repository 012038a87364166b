package io.qpy.runtime.graalpy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The text of a float as MicroPython 1.13 makes it (py/formatfloat.c and mp_print_float), for a number that is finite and has no sign.
 * It makes one digit after the other by multiplication, so a number that lies in the middle is rounded up, and one that lies a little below it
 * often too. The text has 30 characters at most: a longer precision is cut, a larger number gets an exponent.
 */
public final class FloatText {
    private static final int ROOM = 31; // of its 32 characters the last is NUL
    private static final int ROOM_OF_EXPONENT = 7;
    private static final int LARGEST_POWER = 256;
    private static final double[] POWERS = {1e256, 1e128, 1e64, 1e32, 1e16, 1e8, 1e4, 1e2, 1e1};
    private static final double[] FRACTIONS = {1e-256, 1e-128, 1e-64, 1e-32, 1e-16, 1e-8, 1e-4, 1e-2, 1e-1};
    private static final double ALMOST_ONE = 0.999999999995;
    private static final MathContext SHOWN = new MathContext(16, RoundingMode.HALF_UP);

    private final StringBuilder text = new StringBuilder(ROOM);
    private final char asked;
    private final int room;
    private char type;
    private int precision;
    private double rest;
    private int exponent;
    private int point; // digits that are still to come before the decimal point
    private int digits;
    private char exponentSign;

    private FloatText(double value, char type, int precision, boolean hasSign) {
        this.asked = type;
        this.type = type;
        this.room = hasSign ? ROOM - 1 : ROOM;
        this.precision = precision == 0 && type == 'g' ? 1 : precision;
        this.rest = value;
    }

    /** The text of value for the types e, f and g; hasSign if a sign will stand before it. */
    public static String of(double value, char type, int precision, boolean hasSign) {
        FloatText made = new FloatText(value, type, precision, hasSign);
        made.lay();
        made.print();
        made.round();
        return made.finished();
    }

    /** What print() and str() show: 16 digits at most. Those of MicroPython 1.13 can be wrong in the last one, those of later ones are not. */
    public static String shown(double value) {
        if (value == 0) {
            return "0.0";
        }
        BigDecimal number = new BigDecimal(Double.toString(value)).round(SHOWN).stripTrailingZeros();
        String all = number.unscaledValue().toString();
        int power = all.length() - number.scale() - 1;
        if (power < -4 || power >= SHOWN.getPrecision()) {
            String sign = power < 0 ? "e-" : "e+";
            String two = (Math.abs(power) < 10 ? "0" : "") + Math.abs(power);
            return all.charAt(0) + (all.length() > 1 ? "." + all.substring(1) : "") + sign + two;
        }
        String plain = number.toPlainString();
        return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }

    private void lay() {
        if (rest == 0) {
            layZero();
        } else if (rest < 1) {
            laySmall();
        } else {
            layLarge();
        }
        precision = Math.max(0, precision);
        if (type == 'e') {
            digits = precision + 1;
        } else if (type == 'g') {
            precision = Math.max(1, precision);
            digits = precision;
        }
    }

    private void layZero() {
        precision = Math.min(precision, room - (type == 'f' ? 2 : 6));
        digits = precision + 1;
        exponentSign = type == 'e' ? '+' : 0;
    }

    private void laySmall() {
        char first = rest >= ALMOST_ONE ? '1' : '0';
        char sign = scaleUp();
        if (type == 'f' || (type == 'g' && exponent <= 4)) {
            type = 'f';
            point = -1;
            text.append(first);
            precision = Math.min(precision + (asked == 'g' ? exponent - 1 : 0), room - 2);
            digits = precision;
            if (digits != 0) {
                text.append('.');
                putZeros();
            }
        } else {
            exponentSign = sign;
            if (precision > room - ROOM_OF_EXPONENT) {
                precision = room - ROOM_OF_EXPONENT + (type == 'g' ? 1 : 0);
            }
        }
    }

    private void putZeros() {
        while (--exponent != 0 && digits != 0) {
            text.append('0');
            digits--;
        }
    }

    /** Makes it a number from 1 to 10, and returns the sign of its exponent. */
    private char scaleUp() {
        for (int i = 0, step = LARGEST_POWER; step != 0; i++, step >>= 1) {
            if (FRACTIONS[i] > rest) {
                exponent += step;
                rest *= POWERS[i];
            }
        }
        if (rest >= 1) {
            return '-';
        }
        if (rest >= ALMOST_ONE) {
            rest = 1;
            return exponent == 0 ? '+' : '-';
        }
        exponent++;
        rest *= 10;
        return '-';
    }

    private void layLarge() {
        scaleDown();
        if (type == 'f') {
            if (exponent >= room) {
                type = 'e';
            } else if (exponent + precision + 2 > room) {
                precision = room - exponent - 2;
                precision += precision < 0 ? 1 : 0; // there is no decimal point
            }
        }
        if (type == 'e') {
            precision = Math.min(precision, room - ROOM_OF_EXPONENT);
        } else if (type == 'g') {
            precision = Math.min(precision, room - ROOM_OF_EXPONENT + 1);
            if (exponent < precision) {
                type = 'f';
                precision -= exponent + 1;
            }
        }
        if (type == 'f') {
            point = exponent;
            digits = precision + exponent + 1;
        } else {
            exponentSign = '+';
        }
    }

    private void scaleDown() {
        for (int i = 0, step = LARGEST_POWER; step != 0; i++, step >>= 1) {
            if (POWERS[i] <= rest) {
                exponent += step;
                rest *= FRACTIONS[i];
            }
        }
        if (rest >= 10) {
            exponent++;
            rest *= 0.1;
        }
    }

    private void print() {
        for (int i = 0; i < digits; i++, point--) {
            int digit = (int) rest;
            text.append((char) ('0' + Math.max(0, digit)));
            if (point == 0 && precision > 0) {
                text.append('.');
            }
            rest = (rest - digit) * 10;
        }
    }

    private void round() {
        if (rest < 5 || (asked == 'f' && exponent > digits)) {
            return;
        }
        int at = text.length() - 1;
        while (at >= 0 && (text.charAt(at) == '.' || text.charAt(at) == '9')) {
            if (text.charAt(at) == '9') {
                text.setCharAt(at, '0');
            }
            at--;
        }
        if (at >= 0) {
            text.setCharAt(at, (char) (text.charAt(at) + 1));
        } else {
            carry();
        }
    }

    /** All digits were 9 and are 0 now: a 1 comes before them. */
    private void carry() {
        boolean movesPoint = text.length() > 1 && text.charAt(1) == '.' && type != 'f';
        if (movesPoint) {
            text.setCharAt(0, '.');
            text.setCharAt(1, '0');
            text.setLength(text.length() - 1);
            exponent += exponentSign == '-' ? -1 : 1;
            exponentSign = exponent == 0 ? '+' : exponentSign;
        }
        text.insert(0, '1');
    }

    private String finished() {
        if (asked == 'g' && precision > 0) {
            int end = text.length();
            while (text.charAt(end - 1) == '0') {
                end--;
            }
            text.setLength(text.charAt(end - 1) == '.' ? end - 1 : end);
        }
        if (exponentSign != 0) {
            text.append('e')
                    .append(exponentSign)
                    .append(exponent < 10 ? "0" : "")
                    .append(exponent);
        }
        return text.toString();
    }
}
