package io.qpy.device.sound;

import io.qpy.device.time.Alarm;
import io.qpy.device.time.Time;
import java.util.function.ObjLongConsumer;

/** The tones of keys and of dialling, which are mixed with what the queue plays. */
public final class ToneGenerator {
    private static final int LAST = 16;

    private final Time time;
    private final ObjLongConsumer<Task> kept;
    private Task current;
    private long begun;
    private Alarm end = () -> {};

    ToneGenerator(Time time, ObjLongConsumer<Task> kept) {
        this.time = time;
        this.kept = kept;
    }

    /** Whether there is a tone of this number: 0 to 15 keys, 16 dialling (facts-board.md B7.7). */
    public static boolean has(int tone) {
        return tone >= 0 && tone <= LAST;
    }

    /** Plays a tone in place of the one before; {@link Time#FOR_EVER} until it is stopped. */
    public synchronized void play(int tone, long length) {
        stop();
        current = new Task(Task.Kind.TONE, Integer.toString(tone), 0, true, length);
        begun = time.nanos();
        if (length != Time.FOR_EVER) {
            long present = begun;
            end = time.schedule(length, () -> end(present));
        }
    }

    private synchronized void end(long ofBegin) {
        if (begun == ofBegin) {
            stop();
        }
    }

    /** Ends the tone. */
    public synchronized void stop() {
        if (current != null) {
            Task ended = current;
            current = null;
            end.cancel();
            kept.accept(ended, time.nanos() - begun);
        }
    }

    /** The tone that is played; null for none. */
    public synchronized Task current() {
        return current;
    }
}
