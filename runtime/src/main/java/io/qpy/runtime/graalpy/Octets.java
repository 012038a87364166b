package io.qpy.runtime.graalpy;

import com.oracle.graal.python.util.PythonUtils;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.api.strings.TruffleString.Encoding;
import com.oracle.truffle.api.strings.TruffleStringBuilder;
import java.io.ByteArrayOutputStream;

/**
 * The bytes of a text and back. MicroPython's text is any bytes. Here, a byte that is no UTF-8 is the code point 0xDC00 plus the byte,
 * as Python's error handler {@code surrogateescape} has it.
 */
public final class Octets {
    private static final int ESCAPE = 0xDC00;
    private static final int FIRST_ESCAPED = 0xDC80;
    private static final int LAST_ESCAPED = 0xDCFF;

    private Octets() {}

    /** Returns the text in UTF-8, with the escaped bytes as they were. */
    @TruffleBoundary
    public static byte[] of(TruffleString text) {
        if (!text.isValidUncached(PythonUtils.TS_ENCODING)) {
            return escaped(text);
        }
        TruffleString utf8 = text.switchEncodingUncached(Encoding.UTF_8);
        byte[] bytes = new byte[utf8.byteLength(Encoding.UTF_8)];
        utf8.copyToByteArrayUncached(0, bytes, 0, bytes.length, Encoding.UTF_8);
        return bytes;
    }

    private static byte[] escaped(TruffleString text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int length = text.codePointLengthUncached(PythonUtils.TS_ENCODING);
        for (int i = 0; i < length; i++) {
            put(bytes, text.codePointAtIndexUncached(i, PythonUtils.TS_ENCODING));
        }
        return bytes.toByteArray();
    }

    private static void put(ByteArrayOutputStream bytes, int point) {
        if (point < 0x80 || (point >= FIRST_ESCAPED && point <= LAST_ESCAPED)) {
            bytes.write(point);
        } else if (point < 0x800) {
            bytes.write(0xC0 | point >> 6);
            bytes.write(following(point));
        } else if (point < 0x10000) {
            bytes.write(0xE0 | point >> 12);
            bytes.write(following(point >> 6));
            bytes.write(following(point));
        } else {
            bytes.write(0xF0 | point >> 18);
            bytes.write(following(point >> 12));
            bytes.write(following(point >> 6));
            bytes.write(following(point));
        }
    }

    private static int following(int bits) {
        return 0x80 | (bits & 0x3F);
    }

    /** Returns the text of UTF-8, with each byte that is none escaped. */
    @TruffleBoundary
    public static TruffleString text(byte[] bytes) {
        TruffleString utf8 = TruffleString.fromByteArrayUncached(bytes, Encoding.UTF_8);
        if (utf8.isValidUncached(Encoding.UTF_8)) {
            return utf8.switchEncodingUncached(PythonUtils.TS_ENCODING);
        }
        TruffleStringBuilder text = TruffleStringBuilder.create(PythonUtils.TS_ENCODING);
        for (int i = 0; i < bytes.length; ) {
            int length = sequence(bytes, i);
            text.appendCodePointUncached(length == 0 ? ESCAPE + (bytes[i] & 0xFF) : point(bytes, i, length), 1, true);
            i += Math.max(1, length);
        }
        return text.toStringUncached();
    }

    /** The length of the UTF-8 sequence that begins there, 0 where there is none. */
    private static int sequence(byte[] bytes, int start) {
        int lead = bytes[start] & 0xFF;
        int length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        if (length == 0 || start + length > bytes.length) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[start + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        int point = point(bytes, start, length);
        boolean isShortest = length < 3 || point >= (length == 3 ? 0x800 : 0x10000);
        boolean isSurrogate = point >= 0xD800 && point < 0xE000;
        return isShortest && !isSurrogate && point <= 0x10FFFF ? length : 0;
    }

    private static int point(byte[] bytes, int start, int length) {
        int point = length == 1 ? bytes[start] : bytes[start] & 0x7F >> length;
        for (int i = 1; i < length; i++) {
            point = point << 6 | (bytes[start + i] & 0x3F);
        }
        return point;
    }
}
