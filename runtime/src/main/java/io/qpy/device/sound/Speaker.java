package io.qpy.device.sound;

import io.qpy.device.Code;
import io.qpy.device.Notices;
import io.qpy.device.Part;
import io.qpy.device.time.Alarm;
import io.qpy.device.time.Time;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** What the module plays and says, one after the other: files and texts share one queue (facts-board.md B7.3). Lengths are nanoseconds. */
public final class Speaker implements Part {
    /** What is told of it. */
    public enum Event {
        BEGIN,
        CUT,
        END
    }

    /**
     * What has been played.
     *
     * @param lasted how long it was heard
     * @param whole whether it was heard to its end
     * @param volume of its kind, at its end
     */
    public record Played(Task task, long lasted, boolean whole, int volume) {}

    /** Is told events, in their order. It must not block. */
    @FunctionalInterface
    public interface Listener {
        void told(Task task, Event event);
    }

    /** What {@link #play} gives. */
    public static final int STARTED = 0;

    public static final int QUEUED = 1;
    public static final int FULL = -2;

    private static final String SAMPLES = "PCM";
    private static final long PLAYING = -1;
    private static final int KEPT = 1000; // of what was played

    private static final long GRACE = Time.millis(200); // for a writer of samples, before its stream is over
    private static final Listener NOBODY = (task, event) -> {};

    private final Time time;
    private final Notices notices;
    private final TaskQueue queue = new TaskQueue();
    private final Deque<Played> played = new ArrayDeque<>();
    private final ToneGenerator tones;
    private Listener ofSound = NOBODY;
    private Listener ofSpeech = NOBODY;
    private Consumer<Boolean> amplifier = on -> {};
    private Consumer<Boolean> hearer = on -> {};
    private Task current;
    private int turn; // counts tasks that began
    private long begun;
    private long streamEnd; // when what a stream has been fed is played
    private long streamed;
    private long held = PLAYING; // how much of a stream that was paused is still to be played
    private SoundMeter meter; // of a stream that is encoded
    private Alarm end = () -> {};
    private Volumes volumes = Volumes.USUAL;

    /**
     * How loud and how fast.
     *
     * @param audio 0 to 11
     * @param speech 0 to 9
     * @param speed 0 to 9, of speech
     */
    public record Volumes(int audio, int speech, int speed) {
        static final Volumes USUAL = new Volumes(7, 4, 4); // B7.6, B7.22
    }

    Speaker(Time time, Notices notices) {
        this.time = time;
        this.notices = notices;
        tones = new ToneGenerator(time, this::keepTone);
    }

    /** Plays a task now, or after those that are before it: {@link #STARTED}, {@link #QUEUED} or {@link #FULL}. */
    public synchronized int play(Task task) {
        if (current == null) {
            begin(task);
            return STARTED;
        }
        if (current.yields() && task.priority() >= current.priority()) {
            finish(Event.CUT);
            begin(task);
            return STARTED;
        }
        return queue.add(task) ? QUEUED : FULL;
    }

    private void begin(Task task) {
        current = task;
        turn++;
        begun = time.nanos();
        tellHeard(true);
        notices.note(Code.AUDIO, task.shown());
        listener(task).told(task, Event.BEGIN);
        if (task.length() != Time.FOR_EVER) {
            endAfter(task.length());
        }
    }

    private void endAfter(long length) {
        int present = turn;
        end = time.schedule(length, () -> end(present));
    }

    private synchronized void end(int ofTurn) {
        if (current != null && turn == ofTurn) {
            finish(Event.END);
            next();
        }
    }

    /** Ends what is played. */
    private void finish(Event event) {
        Task ended = current;
        end.cancel();
        current = null;
        long lasted = time.nanos() - begun;
        boolean whole = event == Event.END;
        if (ended.kind() == Task.Kind.STREAM) {
            lasted = streamed - left();
            whole = lasted == streamed;
            held = PLAYING;
        }
        keep(new Played(ended, lasted, whole, isSpeech(ended) ? volumes.speech() : volumes.audio()));
        listener(ended).told(ended, event);
    }

    private static boolean isSpeech(Task task) {
        return task.kind() == Task.Kind.TEXT;
    }

    private Listener listener(Task task) {
        return isSpeech(task) ? ofSpeech : ofSound;
    }

    private void next() {
        Task task = queue.next();
        if (task == null) {
            tellHeard(false);
        } else {
            begin(task);
        }
    }

    private void tellHeard(boolean on) {
        amplifier.accept(on);
        hearer.accept(on);
    }

    private void keepTone(Task tone, long lasted) {
        keep(new Played(tone, lasted, lasted >= tone.length(), volumes().audio()));
    }

    private synchronized void keep(Played each) {
        if (played.size() == KEPT) {
            played.removeFirst();
        }
        played.add(each);
    }

    /** Ends what is played; the next of the queue follows. Returns whether something was. */
    public synchronized boolean stop() {
        if (current == null) {
            return false;
        }
        finish(Event.CUT);
        next();
        return true;
    }

    /** Ends what is played and empties the queue. */
    public synchronized void stopAll() {
        queue.clear();
        boolean ignored = stop();
    }

    /**
     * Plays more of an encoded stream, which begins with this where nothing plays, and lasts until {@link #endStream}. Returns false
     * while something else plays.
     */
    public synchronized boolean feed(SoundMeter.Format format, byte... bytes) {
        if (current == null) {
            meter = SoundMeter.of(format);
            beginStream(new Task(Task.Kind.STREAM, format.name(), 0, false, Time.FOR_EVER));
        }
        if (!isStreaming() || !current.what().equals(format.name())) {
            return false;
        }
        extend(meter.feed(bytes));
        return true;
    }

    /** Plays samples; such a stream ends when no more come, and any task cuts it. Returns false while something else plays. */
    public synchronized boolean feedSamples(long length) {
        if (current == null) {
            beginStream(new Task(Task.Kind.STREAM, SAMPLES, 0, true, Time.FOR_EVER));
        }
        if (!isStreaming() || !current.what().equals(SAMPLES)) {
            return false;
        }
        extend(length);
        end.cancel();
        endAfter(ahead() + GRACE);
        return true;
    }

    private void beginStream(Task task) {
        streamed = 0;
        streamEnd = time.nanos();
        begin(task);
    }

    private void extend(long length) {
        streamed += length;
        streamEnd = Math.max(streamEnd, time.nanos()) + length;
        held = held == PLAYING ? PLAYING : held + length;
    }

    private long left() {
        return held == PLAYING ? Math.max(0, streamEnd - time.nanos()) : held;
    }

    /** Pauses an encoded stream, or goes on; returns false if there is none. */
    public synchronized boolean pauseStream(boolean pause) {
        if (!isStreaming()) {
            return false;
        }
        if (pause) {
            held = left();
        } else if (held != PLAYING) {
            streamEnd = time.nanos() + held;
            held = PLAYING;
        }
        return true;
    }

    /** How much of the stream is still to be played. */
    public synchronized long ahead() {
        return isStreaming() ? left() : 0;
    }

    public synchronized boolean isStreaming() {
        return current != null && current.kind() == Task.Kind.STREAM;
    }

    /** Ends the stream at once; the next of the queue follows. Returns whether there was one. */
    public synchronized boolean endStream() {
        return isStreaming() && stop();
    }

    /** What is played now; null for nothing. */
    public synchronized Task current() {
        return current;
    }

    /** What waits, in the order in which it will be played. */
    public synchronized List<Task> waiting() {
        return queue.all();
    }

    /** What was played, the last 1000, the oldest first. */
    public synchronized List<Played> played() {
        return List.copyOf(played);
    }

    public ToneGenerator tones() {
        return tones;
    }

    public synchronized Volumes volumes() {
        return volumes;
    }

    public synchronized void setVolumes(Volumes value) {
        volumes = value;
    }

    /** Is told of files and streams. */
    public synchronized void onSound(Listener value) {
        ofSound = value;
    }

    /** Is told of texts. */
    public synchronized void onSpeech(Listener value) {
        ofSpeech = value;
    }

    /** Is switched on when something begins to be heard, and off when nothing is any more. */
    public synchronized void amplify(Consumer<Boolean> value) {
        amplifier = value;
    }

    /** Is told the same. */
    public synchronized void onHeard(Consumer<Boolean> value) {
        hearer = value;
    }

    /** The interpreter has ended: the module falls silent, and nobody is told. */
    @Override
    public synchronized void reset() {
        ofSound = NOBODY;
        ofSpeech = NOBODY;
        stopAll();
        amplifier = on -> {};
        hearer = on -> {};
        tones.stop();
    }

    @Override
    public synchronized void restart() {
        reset();
        volumes = Volumes.USUAL;
    }

    @Override
    public synchronized Runnable snapshot() {
        Volumes saved = volumes;
        Listener sound = ofSound;
        Listener speech = ofSpeech;
        Consumer<Boolean> savedAmplifier = amplifier;
        Consumer<Boolean> savedHearer = hearer;
        return () -> {
            synchronized (this) {
                reset();
                played.clear();
                volumes = saved;
                ofSound = sound;
                ofSpeech = speech;
                amplifier = savedAmplifier;
                hearer = savedHearer;
            }
        };
    }
}
