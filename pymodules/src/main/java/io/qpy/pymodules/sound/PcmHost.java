package io.qpy.pymodules.sound;

import io.qpy.device.Device;
import io.qpy.device.sound.Sound;
import io.qpy.device.time.Time;
import io.qpy.module.Exposed;

/** What {@code audio.Audio.PCM} reads of the microphone, and writes to the speaker: 16-bit samples, in the device's time. */
final class PcmHost {
    private static final long PERIOD = Time.millis(20);

    private final Device device;
    private final Sound sound;
    private final int sample; // bytes, of all channels
    private final int rate;
    private final boolean blocks;
    private final long room; // of the buffers, as a length of time
    private final long begun;
    private long position; // in samples, of what is read

    PcmHost(Device device, Sound sound, int channels, int rate, boolean blocks, int periods) {
        this.device = device;
        this.sound = sound;
        sample = 2 * channels;
        this.rate = rate;
        this.blocks = blocks;
        room = periods * PERIOD;
        begun = device.time().nanos();
    }

    private long samples(long length) {
        return length * rate / Time.seconds(1);
    }

    private long length(long samples) {
        return (samples * Time.seconds(1) + rate - 1) / rate;
    }

    private long heard() {
        return device.time().nanos() - begun;
    }

    /** So many bytes, or what is there where it does not block. What the buffer cannot keep is lost. */
    @Exposed
    byte[] read(int size) {
        int count = size / sample;
        position = Math.max(position, samples(Math.max(0, heard() - room)));
        if (blocks) {
            device.waits().sleep(Math.max(0, length(position + count) - heard()));
        }
        count = (int) Math.min(count, Math.max(0, samples(heard()) - position));
        byte[] mono = sound.microphone().samples(position, count, rate);
        position += count;
        return sample == 2 ? mono : doubled(mono);
    }

    private static byte[] doubled(byte... mono) {
        byte[] stereo = new byte[2 * mono.length];
        for (int i = 0; i < stereo.length; i++) {
            stereo[i] = mono[i / 4 * 2 + i % 2];
        }
        return stereo;
    }

    /** Whether it is played; it waits, where it blocks, until the buffer has room. */
    @Exposed
    boolean write(byte[] bytes) {
        long more = length(bytes.length / sample);
        long tooMuch = sound.speaker().ahead() + more - room;
        if (tooMuch > 0 && !blocks) {
            return false;
        }
        boolean played = sound.speaker().feedSamples(more);
        if (played && tooMuch > 0) {
            device.waits().sleep(tooMuch);
        }
        return played;
    }
}
