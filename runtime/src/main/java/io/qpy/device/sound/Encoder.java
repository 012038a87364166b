package io.qpy.device.sound;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Turns what the microphone hears into the bytes of a recording, 20 ms at a time. There is no AMR encoder here: AMR's frames have
 * the right kind and size, but the sound of nothing.
 */
final class Encoder {
    /** How sound is encoded. */
    enum Form {
        PCM,
        WAV,
        AMR_NB,
        AMR_WB
    }

    private static final int FRAMES_A_SECOND = 50;
    private static final int WAV_HEADER = 44;
    private static final int NARROW_FRAME = 32; // 12.2 kbit/s
    private static final int WIDE_FRAME = 61; // 23.85 kbit/s
    private static final int DESCRIBED = 8; // of frames without voice, each eighth says what the silence is like
    private static final int SILENCE_FRAME = 6;

    private final Form form;
    private final int rate;
    private final boolean dtx;
    private final Microphone microphone;
    private long frames;

    /** @param dtx whether silence has frames of its own, as {@code amrEncDtx_enable} has it */
    Encoder(Form form, int rate, boolean dtx, Microphone microphone) {
        this.form = form;
        this.rate = rate;
        this.dtx = dtx;
        this.microphone = microphone;
    }

    /** What a file of this form begins with. */
    byte[] header(int dataLength) {
        return switch (form) {
            case PCM -> new byte[0];
            case WAV -> wavHeader(dataLength);
            case AMR_NB -> AmrMeter.NARROW.getBytes(StandardCharsets.US_ASCII);
            case AMR_WB -> AmrMeter.WIDE.getBytes(StandardCharsets.US_ASCII);
        };
    }

    private byte[] wavHeader(int dataLength) {
        return ByteBuffer.allocate(WAV_HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(WAV_HEADER - 8 + dataLength)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(rate)
                .putInt(2 * rate)
                .putShort((short) 2)
                .putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(dataLength)
                .array();
    }

    /** The bytes of the next so many frames of 20 ms. */
    byte[] next(long count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (long i = 0; i < count; i++) {
            bytes.writeBytes(frame());
            frames++;
        }
        return bytes.toByteArray();
    }

    private byte[] frame() {
        int samples = rate / FRAMES_A_SECOND;
        byte[] heard = microphone.samples(frames * samples, samples, rate);
        return switch (form) {
            case PCM, WAV -> heard;
            case AMR_NB -> amr(heard, NARROW_FRAME, 7, 8);
            case AMR_WB -> amr(heard, WIDE_FRAME, 8, 9);
        };
    }

    /** A frame of a type; where nothing is heard and DTX is on, one that describes silence, or says that there is nothing new. */
    private byte[] amr(byte[] heard, int size, int voice, int silence) {
        boolean silent = dtx && isSilent(heard);
        int type = !silent ? voice : frames % DESCRIBED == 0 ? silence : 15;
        byte[] frame = new byte[!silent ? size : type == silence ? SILENCE_FRAME : 1];
        frame[0] = (byte) ((type << 3) | 4);
        return frame;
    }

    private static boolean isSilent(byte... heard) {
        for (byte each : heard) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }
}
