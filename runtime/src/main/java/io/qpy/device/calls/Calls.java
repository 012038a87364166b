package io.qpy.device.calls;

import io.qpy.device.Code;
import io.qpy.device.Notices;
import io.qpy.device.Part;
import io.qpy.device.calls.Call.Past;
import io.qpy.device.calls.Call.State;
import io.qpy.device.modem.Modem;
import io.qpy.device.time.Alarm;
import io.qpy.device.time.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The module's telephone: one call at a time. */
public final class Calls implements Part {
    /** Is told each state of a call. It must not block. */
    @FunctionalInterface
    public interface Listener {
        /**
         * A call is in a state.
         *
         * @param byModule whether the module ended it
         */
        void told(Call call, State state, boolean byModule);
    }

    private static final long SETTING_UP = Time.seconds(1); // until the other end rings
    private static final long PATIENCE = Time.seconds(60); // of who calls
    private static final Listener NOBODY = (call, state, byModule) -> {};
    private static final int USUAL_VOLUME = 7;

    private final Time time;
    private final Modem modem;
    private final Notices notices;
    private final CallRecording recording;
    private final List<Past> past = new ArrayList<>();
    private final StringBuilder sentDigits = new StringBuilder();
    private Listener listener = NOBODY;
    private Consumer<String> digitListener = digits -> {};
    private Call current;
    private State state;
    private long answered; // the moment; 0 for never
    private int lastId;
    private Alarm next = () -> {};
    private FarEnd farEnd = FarEnd.USUAL;
    private Settings settings = Settings.NEW;

    /**
     * What a script sets.
     *
     * @param autoAnswer seconds of ringing until the module answers; 0 for never
     * @param autoCancel whether it hangs up at once
     * @param hearsDigits whether it tells the tones of the other end
     * @param volume 0 to 11
     */
    public record Settings(int autoAnswer, boolean autoCancel, boolean hearsDigits, int volume) {
        static final Settings NEW = new Settings(0, false, false, USUAL_VOLUME);
    }

    public Calls(Time time, Modem modem, Notices notices, CallRecording recording) {
        this.time = time;
        this.modem = modem;
        this.notices = notices;
        this.recording = recording;
        modem.onChange((before, after) -> {
            if (!after.state().registered()) {
                end(false);
            }
        });
    }

    public CallRecording recording() {
        return recording;
    }

    public synchronized Settings settings() {
        return settings;
    }

    public synchronized void set(Settings value) {
        settings = value;
    }

    public synchronized void listen(Listener value) {
        listener = value;
    }

    /** Is told the digits that the other end presses, where {@link Settings#hearsDigits}. */
    public synchronized void onDigits(Consumer<String> value) {
        digitListener = value;
    }

    /** What the other end does when the module calls it from now on. */
    public synchronized void answerAs(FarEnd value) {
        farEnd = value;
    }

    /** Calls a number; returns false without a network, or during a call. */
    public synchronized boolean dial(String number) {
        if (current != null || !modem.state().registered()) {
            return false;
        }
        begin(new Call(++lastId, false, number), State.DIALLING);
        int id = lastId;
        next = time.schedule(SETTING_UP, () -> ringThere(id));
        return true;
    }

    private void begin(Call call, State first) {
        current = call;
        answered = 0;
        sentDigits.setLength(0);
        enter(first, false);
    }

    private void enter(State newState, boolean byModule) {
        state = newState;
        notices.note(Code.CALL, shown(current, newState));
        listener.told(current, newState, byModule);
    }

    /** A call for a person. */
    public static String shown(Call call, State state) {
        return "a call " + (call.isIncoming() ? "of " : "to ") + call.number() + ": "
                + state.name().toLowerCase(Locale.ROOT);
    }

    private synchronized void ringThere(int id) {
        if (!is(id, State.DIALLING)) {
            return;
        }
        if (farEnd.manner() == FarEnd.Manner.IS_BUSY) {
            end(false);
            return;
        }
        enter(State.ALERTING, false);
        next = farEnd.manner() == FarEnd.Manner.ANSWERS
                ? time.schedule(farEnd.after(), () -> answerThere(id))
                : time.schedule(PATIENCE, () -> giveUp(id));
    }

    private synchronized boolean is(int id, State wanted) {
        return current != null && current.id() == id && state == wanted;
    }

    private synchronized void answerThere(int id) {
        if (is(id, State.ALERTING)) {
            connect();
        }
    }

    /** The other end answers the module's call now; returns false if it does not ring there. */
    public synchronized boolean answerThere() {
        boolean rings = state == State.ALERTING || state == State.DIALLING;
        if (rings) {
            connect();
        }
        return rings;
    }

    private void connect() {
        next.cancel();
        answered = time.nanos();
        enter(State.ACTIVE, false);
        recording.callBegins();
    }

    private synchronized void giveUp(int id) {
        if (is(id, State.ALERTING) || is(id, State.RINGING)) {
            end(false);
        }
    }

    /** Somebody calls the module; returns false if that cannot be: no network, or a call is going on, of which a waiting one is told. */
    public synchronized boolean ring(String number) {
        if (!modem.state().registered()) {
            return false;
        }
        Call call = new Call(++lastId, true, number);
        if (current != null) {
            listener.told(call, State.WAITING, false);
            return false;
        }
        begin(call, State.RINGING);
        int id = lastId;
        if (settings.autoCancel()) {
            end(true);
        } else if (settings.autoAnswer() > 0) {
            next = time.schedule(Time.seconds(settings.autoAnswer()), () -> answerHere(id));
        } else {
            next = time.schedule(PATIENCE, () -> giveUp(id));
        }
        return true;
    }

    private synchronized void answerHere(int id) {
        if (is(id, State.RINGING)) {
            connect();
        }
    }

    /** The module answers; returns false if nobody calls. */
    public synchronized boolean answer() {
        boolean rings = state == State.RINGING;
        if (rings) {
            connect();
        }
        return rings;
    }

    /** The module or the other end hangs up; returns false if there is no call. */
    public synchronized boolean end(boolean byModule) {
        if (current == null) {
            return false;
        }
        next.cancel();
        recording.callEnds();
        past.add(new Past(current, answered == 0 ? 0 : time.nanos() - answered));
        enter(State.ENDED, byModule);
        current = null;
        state = null;
        return true;
    }

    /** The call that is going on; null for none. */
    public synchronized Call current() {
        return current;
    }

    /** Its state; null for none. */
    public synchronized State state() {
        return state;
    }

    public synchronized boolean isActive() {
        return state == State.ACTIVE;
    }

    /** The calls that have ended, the oldest first. */
    public synchronized List<Past> past() {
        return List.copyOf(past);
    }

    /** The module sends tones; returns false without an answered call. */
    public synchronized boolean sendDigits(String digits) {
        if (isActive()) {
            sentDigits.append(digits);
        }
        return isActive();
    }

    /** The tones that the module has sent in the last call. */
    public synchronized String sentDigits() {
        return sentDigits.toString();
    }

    /** The other end sends tones; returns whether the module hears them. */
    public synchronized boolean hearDigits(String digits) {
        boolean heard = isActive() && settings.hearsDigits();
        if (heard) {
            digitListener.accept(digits);
        }
        return heard;
    }

    /** The interpreter has ended: the call goes on, and nobody is told. */
    @Override
    public synchronized void reset() {
        listener = NOBODY;
        digitListener = digits -> {};
    }

    @Override
    public synchronized void restart() {
        reset();
        boolean ignored = end(true);
        settings = Settings.NEW;
        recording.always(null, false);
    }

    @Override
    public synchronized Runnable snapshot() {
        Settings savedSettings = settings;
        Listener savedListener = listener;
        Consumer<String> savedDigits = digitListener;
        return () -> {
            synchronized (this) {
                restart();
                past.clear();
                sentDigits.setLength(0);
                lastId = 0;
                farEnd = FarEnd.USUAL;
                settings = savedSettings;
                listener = savedListener;
                digitListener = savedDigits;
            }
        };
    }
}
