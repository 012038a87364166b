package io.qpy.device.sound;

import io.qpy.device.time.Time;
import java.util.Arrays;
import java.util.Optional;

/** How long encoded sound lasts. It is fed piece by piece, as a stream is; each format is a class. Lengths are nanoseconds. */
public abstract class SoundMeter {
    /** What the module plays. */
    public enum Format {
        WAV,
        MP3,
        AMR
    }

    private byte[] pending = {};
    private long length;

    /** A meter for a format. */
    public static SoundMeter of(Format format) {
        return switch (format) {
            case WAV -> new WavMeter();
            case MP3 -> new Mp3Meter();
            case AMR -> new AmrMeter();
        };
    }

    /** The format of a whole file, by how it begins. */
    static Optional<Format> format(byte... content) {
        if (WavMeter.begins(content)) {
            return Optional.of(Format.WAV);
        }
        if (AmrMeter.begins(content)) {
            return Optional.of(Format.AMR);
        }
        return Mp3Meter.begins(content) ? Optional.of(Format.MP3) : Optional.empty();
    }

    /** How long a file lasts; empty for one that is none of these formats, or has no sound. */
    public static Optional<Long> length(byte... file) {
        return format(file).map(SoundMeter::of).map(meter -> meter.feed(file)).filter(length -> length > 0);
    }

    /** Takes the next bytes; returns by how much the sound has become longer. */
    public final long feed(byte... bytes) {
        byte[] all = Arrays.copyOf(pending, pending.length + bytes.length);
        System.arraycopy(bytes, 0, all, pending.length, bytes.length);
        long before = length;
        int from = 0;
        int taken;
        do {
            taken = take(all, from);
            from += taken;
        } while (taken > 0 && from < all.length);
        pending = Arrays.copyOfRange(all, from, all.length);
        return length - before;
    }

    final void add(long more) {
        length += more;
    }

    /** Adds so many samples of so many a second. */
    final void add(long samples, long rate) {
        length += samples * Time.seconds(1) / rate;
    }

    /** Takes what stands at an index; returns how many bytes that were, 0 if there are too few to tell. */
    abstract int take(byte[] bytes, int from);

    static boolean hasText(byte[] bytes, int from, String text) {
        if (bytes.length - from < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
