package com.oracle.graal.python.runtime.formatting;

import com.oracle.graal.python.runtime.formatting.InternalFormat.Spec;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.nodes.Node;
import io.qpy.runtime.graalpy.FloatText;
import java.util.Locale;

/**
 * Formats floats as the module does ({@link FloatText}); all of GraalPy calls it. It has the name of GraalPy's own formatter, which rounds as
 * CPython does, and comes before it on the class path: nothing else in GraalPy could be set to round otherwise.
 */
public final class FloatFormatter extends InternalFormat.Formatter {
    private static final int USUAL_PRECISION = 6;
    private static final int LONGEST = 32;
    private boolean isPlain;

    public FloatFormatter(FormattingBuffer result, Spec spec, boolean addsPoint, Node node) {
        super(result, spec, node);
        isPlain = !addsPoint;
    }

    public FloatFormatter(FormattingBuffer result, Spec spec, Node node) {
        this(result, spec, true, node);
    }

    public FloatFormatter(Spec spec, Node node) {
        this(new FormattingBuffer.StringFormattingBuffer(LONGEST), spec, true, node);
    }

    /** Sets the number of digits that stand after the point at least; 0 leaves the point out. */
    public void setMinFracDigits(int digits) {
        isPlain = digits == 0;
    }

    public FloatFormatter format(double value) {
        return format(value, null);
    }

    @TruffleBoundary
    public FloatFormatter format(double value, String positivePrefix) {
        setStart();
        putSign(value, positivePrefix);
        String text = text(Math.abs(value));
        lenWhole = wholeDigits(text);
        result.append(Character.isUpperCase(spec.type) ? text.toUpperCase(Locale.ROOT) : text);
        return this;
    }

    private void putSign(double value, String positivePrefix) {
        boolean isNegative = !Double.isNaN(value) && Math.copySign(1, value) < 0;
        String positive = positivePrefix;
        if (positive == null && Spec.specified(spec.sign) && spec.sign != '-') {
            positive = Character.toString(spec.sign);
        }
        String sign = isNegative ? "-" : positive == null ? "" : positive;
        result.append(sign);
        lenSign = sign.length();
    }

    private String text(double value) {
        char type = Character.toLowerCase(spec.type);
        if (type == '%') {
            return formatted(value * 100, 'f') + "%";
        }
        if (type == 'r') {
            return shown(value);
        }
        return formatted(value, type == 'e' || type == 'f' ? type : 'g');
    }

    private String shown(double value) {
        if (!Double.isFinite(value)) {
            return special(value);
        }
        String text = FloatText.shown(value);
        return isPlain && text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private String formatted(double value, char type) {
        if (!Double.isFinite(value)) {
            return special(value);
        }
        return FloatText.of(value, type, spec.getPrecision(USUAL_PRECISION), lenSign > 0);
    }

    private static String special(double value) {
        return Double.isNaN(value) ? "nan" : "inf";
    }

    private static int wholeDigits(String text) {
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        return digits;
    }
}
