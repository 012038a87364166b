package io.qpy.device.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Sound as one channel of 16-bit numbers: what the microphone hears. */
public final class Samples {
    /** Nothing is heard. */
    public static final Samples SILENCE = new Samples(8000);

    private static final int HEAD = 12;
    private static final int PCM = 1;

    private final int rate;
    private final short[] values;

    private Samples(int rate, short... values) {
        this.rate = rate;
        this.values = values;
    }

    /**
     * The samples of a WAV file.
     *
     * @throws IllegalArgumentException with what is wrong about it, for a person
     */
    public static Samples ofWav(byte... file) {
        if (!WavMeter.begins(file)) {
            throw new IllegalArgumentException("it is no WAV file");
        }
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer format = null;
        for (int at = HEAD; at + 8 <= file.length; ) {
            int size = (int) Math.min(Integer.toUnsignedLong(in.getInt(at + 4)), file.length - at - 8);
            ByteBuffer chunk = in.slice(at + 8, size).order(ByteOrder.LITTLE_ENDIAN);
            if (SoundMeter.hasText(file, at, "fmt ")) {
                format = chunk;
            } else if (SoundMeter.hasText(file, at, "data")) {
                return of(format, chunk);
            }
            at += 8 + size + size % 2;
        }
        throw new IllegalArgumentException("it is a WAV file without samples");
    }

    private static Samples of(ByteBuffer format, ByteBuffer data) {
        if (format == null || format.remaining() < 16) {
            throw new IllegalArgumentException("it is a WAV file without a format");
        }
        int channels = format.getShort(2);
        int bits = format.getShort(14);
        int rate = format.getInt(4);
        if (format.getShort(0) != PCM || bits != 16 || channels < 1 || channels > 2 || rate < 1) {
            throw new IllegalArgumentException("want a WAV file of 16-bit PCM with one or two channels, got "
                    + (format.getShort(0) == PCM ? channels + " channels of " + bits + " bits" : "another encoding"));
        }
        short[] values = new short[data.remaining() / (2 * channels)];
        for (int i = 0; i < values.length; i++) {
            values[i] = data.getShort(2 * channels * i);
        }
        return new Samples(rate, values);
    }

    /** The value at a moment, counted in samples of another rate; silence beyond the end. */
    short at(long index, int ofRate) {
        long own = index * rate / ofRate;
        return own < values.length ? values[(int) own] : 0;
    }
}
