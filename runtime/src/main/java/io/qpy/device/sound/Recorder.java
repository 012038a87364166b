package io.qpy.device.sound;

import io.qpy.device.Part;
import io.qpy.device.flash.Flash;
import io.qpy.device.flash.OpenFile;
import io.qpy.device.sound.Encoder.Form;
import io.qpy.device.time.Alarm;
import io.qpy.device.time.Time;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;

/** Records what the microphone hears: into a file, which is there when the recording has ended, or into a buffer of 10 KiB. */
public final class Recorder implements Part {
    /** Is told how a recording goes on. It must not block. */
    @FunctionalInterface
    public interface Listener {
        /**
         * The recording is in another state, or there is more of it.
         *
         * @param path the file; {@link #STREAM} for none
         * @param length bytes of sound
         * @param state one of {@link #FAILED} to {@link #OVERFLOWN}
         */
        void told(String path, int length, int state);
    }

    public static final String STREAM = "stream";

    /** States (facts-board.md B7.32). */
    public static final int FAILED = -1;

    public static final int BEGUN = 0;
    public static final int MORE = 1;
    public static final int ENDED = 3;
    public static final int OVERFLOWN = 4;

    private static final int ROOM = 10 * 1024; // of the stream's buffer
    private static final int FRAMES = 5; // of a stream that are told at once
    private static final long FRAME = Time.millis(20);
    private static final int USUAL_RATE = 8000;
    private static final int WIDE_RATE = 16000;

    private final Time time;
    private final Flash flash;
    private final Microphone microphone;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private Listener listener = (path, length, state) -> {};
    private Alarm alarm = () -> {};
    private boolean dtx;
    private Encoder encoder; // null while nothing is recorded
    private String path;
    private long begun;
    private long length;
    private long encoded; // frames
    private boolean full;

    Recorder(Time time, Flash flash, Microphone microphone) {
        this.time = time;
        this.flash = flash;
        this.microphone = microphone;
    }

    public synchronized void listen(Listener value) {
        listener = value;
    }

    public synchronized boolean isBusy() {
        return encoder != null;
    }

    /** Whether this file is recorded into now. */
    public synchronized boolean isBusy(String file) {
        return encoder != null && file.equals(path);
    }

    /** Whether silence is recorded in frames of its own. */
    public synchronized boolean dtx() {
        return dtx;
    }

    public synchronized void setDtx(boolean value) {
        dtx = value;
    }

    /** Bytes before the sound in a file of this name: AMR unless it ends with .wav. */
    public static int headerLength(String file) {
        return formOf(file) == Form.WAV
                ? new Encoder(Form.WAV, USUAL_RATE, false, null).header(0).length
                : AmrMeter.NARROW.length();
    }

    private static Form formOf(String file) {
        return file.endsWith(".wav") ? Form.WAV : Form.AMR_NB;
    }

    /**
     * Records into a file, WAV if its name ends so, else AMR.
     *
     * @throws IOException if the file cannot be made
     */
    public void start(String file, long duration) throws IOException {
        start(file, formOf(file) == Form.WAV, duration);
    }

    /**
     * Records into a file, WAV or AMR; {@link Time#FOR_EVER} until it is stopped.
     *
     * @throws IOException if the file cannot be made
     */
    public synchronized void start(String file, boolean wav, long duration) throws IOException {
        write(file);
        begin(file, new Encoder(wav ? Form.WAV : Form.AMR_NB, USUAL_RATE, dtx, microphone), duration);
        if (duration != Time.FOR_EVER) {
            alarm = time.schedule(duration, this::end);
        }
    }

    /** Records into the buffer. The format is the module's number; returns false for one that there is not. */
    public synchronized boolean stream(int format, int rate, long duration) {
        Form form = streamForm(format);
        if (form == null) {
            return false;
        }
        int ownRate = form == Form.AMR_NB ? USUAL_RATE : form == Form.AMR_WB ? WIDE_RATE : rate;
        buffer.reset();
        full = false;
        begin(STREAM, new Encoder(form, ownRate, dtx, microphone), duration);
        buffer.writeBytes(form == Form.WAV ? new byte[0] : encoder.header(0));
        alarm = time.schedule(FRAMES * FRAME, this::collect);
        return true;
    }

    private static Form streamForm(int format) {
        return switch (format) {
            case 1, 2 -> Form.PCM; // a stream of WAVPCM has no header
            case 4 -> Form.AMR_NB;
            case 5 -> Form.AMR_WB;
            default -> null;
        };
    }

    private void begin(String file, Encoder newEncoder, long duration) {
        path = file;
        encoder = newEncoder;
        begun = time.nanos();
        length = duration;
        encoded = 0;
        listener.told(path, 0, BEGUN);
    }

    /** The frames that have been heard since they were asked for last. */
    private byte[] more() {
        long heard = Math.min(length, time.nanos() - begun) / FRAME;
        byte[] bytes = encoder.next(heard - encoded);
        encoded = heard;
        return bytes;
    }

    private synchronized void collect() {
        if (!isBusy(STREAM)) {
            return;
        }
        take();
        if (time.nanos() - begun >= length) {
            end();
        } else {
            alarm = time.schedule(FRAMES * FRAME, this::collect);
        }
    }

    private void take() {
        byte[] bytes = more();
        boolean fits = buffer.size() + bytes.length <= ROOM;
        if (fits) {
            buffer.writeBytes(bytes);
            listener.told(STREAM, buffer.size(), MORE);
        } else if (!full) {
            listener.told(STREAM, buffer.size(), OVERFLOWN);
        }
        full = !fits;
    }

    /** The oldest bytes of the buffer, at most so many, which are gone from it then. */
    public synchronized byte[] read(int most) {
        byte[] all = buffer.toByteArray();
        int count = Math.min(most, all.length);
        byte[] oldest = Arrays.copyOf(all, count);
        buffer.reset();
        buffer.write(all, count, all.length - count);
        return oldest;
    }

    /** Ends the recording; returns whether there was one. */
    public synchronized boolean stop() {
        boolean busy = isBusy();
        end();
        return busy;
    }

    private synchronized void end() {
        if (encoder == null) {
            return;
        }
        alarm.cancel();
        byte[] sound = more();
        Encoder ended = encoder;
        encoder = null;
        if (path.equals(STREAM)) {
            listener.told(STREAM, buffer.size(), ENDED);
            return;
        }
        try {
            write(path, ended.header(sound.length), sound);
            listener.told(path, sound.length, ENDED);
        } catch (IOException e) {
            listener.told(path, 0, FAILED); // the storage is full, or has no power
        }
    }

    private void write(String file, byte[]... parts) throws IOException {
        try (OpenFile out = flash.open(
                file,
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING))) {
            for (byte[] part : parts) {
                for (ByteBuffer left = ByteBuffer.wrap(part); left.hasRemaining(); ) {
                    int ignored = out.write(left);
                }
            }
        }
    }

    /** The interpreter has ended: what was recorded until now is kept. */
    @Override
    public synchronized void reset() {
        listener = (file, count, state) -> {};
        end();
    }

    /** The power went: what was recorded is lost. */
    @Override
    public synchronized void restart() {
        alarm.cancel();
        encoder = null;
        listener = (file, count, state) -> {};
        dtx = false;
    }

    @Override
    public synchronized Runnable snapshot() {
        boolean saved = dtx;
        Listener savedListener = listener;
        return () -> {
            synchronized (this) {
                restart();
                buffer.reset();
                dtx = saved;
                listener = savedListener;
            }
        };
    }
}
