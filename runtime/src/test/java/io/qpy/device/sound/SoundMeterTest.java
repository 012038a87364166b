package io.qpy.device.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.device.sound.SoundMeter.Format;
import io.qpy.device.time.Time;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SoundMeterTest {
    private static byte[] wav(int rate, int channels, int bits, int samples) {
        int frame = channels * bits / 8;
        return ByteBuffer.allocate(44 + frame * samples)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF0000WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) channels)
                .putInt(rate)
                .putInt(rate * frame)
                .putShort((short) frame)
                .putShort((short) bits)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(frame * samples)
                .array();
    }

    /** So many frames, each a header and zeros. */
    private static byte[] frames(String start, int header, int size, int count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(start.getBytes(StandardCharsets.ISO_8859_1));
        for (int i = 0; i < count; i++) {
            ByteBuffer frame = ByteBuffer.allocate(size);
            if (size > 4) {
                frame.putInt(header);
            } else {
                frame.put((byte) (header >> 24));
            }
            bytes.writeBytes(frame.array());
        }
        return bytes.toByteArray();
    }

    private static double seconds(byte... file) {
        return SoundMeter.length(file).orElse(-1L) / (double) Time.seconds(1);
    }

    @Test
    void measuresEachFormat() {
        Map<byte[], Double> lengths = Map.of(
                wav(8000, 1, 16, 4000), 0.5,
                wav(44100, 2, 16, 44100), 1.0,
                wav(8000, 1, 8, 800), 0.1,
                frames("#!AMR\n", 0x3C000000, 32, 50), 1.0,
                frames("#!AMR\n", 0x7C000000, 1, 50), 1.0,
                frames("#!AMR-WB\n", 0x44000000, 61, 10), 0.2,
                frames("", 0xFFFB9064, 417, 100), 100 * 1152 / 44100.0,
                frames("", 0xFFF35064, 130, 100), 100 * 576 / 22050.0,
                frames("", 0xFFFF1064, 32, 100), 100 * 384 / 44100.0);
        lengths.forEach(
                (file, length) -> assertEquals(length, seconds(file), 1e-6, Arrays.toString(Arrays.copyOf(file, 12))));
    }

    @Test
    void aFileWithoutSoundHasNoLength() {
        for (byte[] file : new byte[][] {
            {},
            {1},
            {'R', 'I', 'F', 'F'},
            wav(8000, 1, 16, 0),
            "#!AMR\n".getBytes(StandardCharsets.US_ASCII),
            {'I', 'D', '3'},
            new byte[100]
        }) {
            assertEquals(Optional.empty(), SoundMeter.length(file));
        }
    }

    @Test
    void piecesCountAsTheWhole() {
        Map<Format, byte[]> files = Map.of(
                Format.WAV, wav(16000, 1, 16, 3200),
                Format.AMR, frames("#!AMR\n", 0x3C000000, 32, 10),
                Format.MP3, frames("ID3\3\0\0\0\0\0\5xxxxx", 0xFFFB9064, 417, 10));
        files.forEach((format, file) -> {
            SoundMeter meter = SoundMeter.of(format);
            long length = 0;
            for (byte each : file) {
                length += meter.feed(each);
            }
            assertTrue(Math.abs(SoundMeter.length(file).orElseThrow() - length) < 10_000, format.name());
        });
    }

    /** Whatever a file has, it is measured: no exception, no length below 0. */
    @Test
    void strangersBytes() {
        Random random = new Random(1);
        byte[][] starts = {
            wav(8000, 1, 16, 100),
            frames("#!AMR\n", 0x3C000000, 32, 10),
            frames("ID3\3\0\0\0\0\0\0", 0xFFFB9064, 417, 10)
        };
        for (int i = 0; i < 3000; i++) {
            byte[] file = starts[i % starts.length].clone();
            for (int j = 0; j < 6; j++) {
                file[random.nextInt(j < 3 ? 44 : file.length)] = (byte) random.nextInt();
            }
            assertTrue(SoundMeter.length(file).orElse(0L) >= 0);
            try {
                Samples ignored = Samples.ofWav(file);
            } catch (IllegalArgumentException e) {
                assertTrue(e.getMessage().contains("WAV"), e.getMessage());
            }
        }
    }

    @Test
    void whatTheMicrophoneCannotHear() {
        assertEquals(
                "want a WAV file of 16-bit PCM with one or two channels, got 1 channels of 8 bits",
                assertThrows(IllegalArgumentException.class, () -> Samples.ofWav(wav(8000, 1, 8, 10)))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Samples.ofWav(new byte[44]));
    }
}
