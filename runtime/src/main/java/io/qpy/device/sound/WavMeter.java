package io.qpy.device.sound;

/** WAV: chunks, one of which tells how many bytes a second has, another has the samples. */
final class WavMeter extends SoundMeter {
    private static final int RIFF = 12;
    private static final int CHUNK = 8;
    private static final int FORMAT = 16;
    private static final int RATE = 8; // where in the format's chunk the bytes of a second stand

    private static final long BARE = 16000; // bytes a second

    private boolean begun;
    private long rate;
    private boolean inData;

    static boolean begins(byte... content) {
        return hasText(content, 0, "RIFF") && hasText(content, 8, "WAVE");
    }

    @Override
    int take(byte[] bytes, int from) {
        int left = bytes.length - from;
        if (inData) {
            add(left, rate);
            return left;
        }
        if (!begun) {
            return begin(bytes, from, left);
        }
        if (left < CHUNK) {
            return 0;
        }
        if (hasText(bytes, from, "data")) {
            inData = rate > 0;
            return inData ? CHUNK : left;
        }
        long size = number(bytes, from + 4);
        if (size > left - CHUNK) {
            return 0;
        }
        if (hasText(bytes, from, "fmt ") && size >= FORMAT) {
            rate = number(bytes, from + CHUNK + RATE);
        }
        return (int) (CHUNK + size + size % 2);
    }

    /** A stream may have the samples alone: 16 bits, 8000 a second. */
    private int begin(byte[] bytes, int from, int left) {
        if (left < RIFF) {
            return 0;
        }
        begun = true;
        if (hasText(bytes, from, "RIFF")) {
            return RIFF;
        }
        rate = BARE;
        inData = true;
        return take(bytes, from);
    }

    /** Four bytes, the lowest first. */
    static long number(byte[] bytes, int at) {
        long value = 0;
        for (int i = 3; i >= 0; i--) {
            value = (value << 8) | (bytes[at + i] & 0xFF);
        }
        return value;
    }
}
