package io.qpy.pymodules.calls;

import io.qpy.device.Device;
import io.qpy.device.calls.Call;
import io.qpy.device.calls.CallRecording;
import io.qpy.device.calls.Calls;
import io.qpy.device.calls.Calls.Settings;
import io.qpy.device.sound.Recorder;
import io.qpy.module.Callback;
import io.qpy.module.Callbacks;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;
import io.qpy.pymodules.sound.AudioHost;
import java.util.List;

/** The host object of {@code voiceCall}. A run goes on while the script wants to be told of calls. */
public final class VoiceCallHost {
    private static final int UNKNOWN = 129; // types of numbers
    private static final int INTERNATIONAL = 145;

    private final Callbacks callbacks;
    private final Calls calls;
    private final Recorder recorder;

    public VoiceCallHost(ModuleContext context) {
        callbacks = context.callbacks();
        calls = calls(context.device());
        recorder = AudioHost.sound(context.device()).recorder();
    }

    /** A device's calls, which are built in when they are first asked for. */
    static Calls calls(Device device) {
        Recorder recorder = AudioHost.sound(device).recorder();
        return device.part(
                Calls.class, it -> new Calls(it.time(), it.modem(), it.notices(), new CallRecording(recorder)));
    }

    /** Calls the function with what each state of a call is told as: facts-board.md B6.4, FW21b's nine. */
    @Exposed
    void watch(Callback callback) {
        callbacks.expect(this);
        calls.listen((call, state, byModule) -> callbacks.offer(callback, event(call, state, byModule)));
    }

    /** Calls none any more. */
    @Exposed
    void ignore() {
        calls.listen((call, state, byModule) -> {});
        callbacks.forget(this);
    }

    private static List<Object> event(Call call, Call.State state, boolean byModule) {
        return List.of(
                state.event(),
                call.id(),
                call.isIncoming() ? 1 : 0,
                state.number(),
                0,
                0,
                call.number(),
                call.number().startsWith("+") ? INTERNATIONAL : UNKNOWN,
                byModule ? 0 : 1);
    }

    @Exposed
    boolean dial(String number) {
        return calls.dial(number);
    }

    @Exposed
    boolean answer() {
        return calls.answer();
    }

    @Exposed
    boolean end() {
        return calls.end(true);
    }

    /** Seconds; 0 for never. */
    @Exposed
    void setAutoAnswer(int seconds) {
        Settings old = calls.settings();
        calls.set(new Settings(seconds, old.autoCancel(), old.hearsDigits(), old.volume()));
    }

    @Exposed
    void setAutoCancel(boolean on) {
        Settings old = calls.settings();
        calls.set(new Settings(old.autoAnswer(), on, old.hearsDigits(), old.volume()));
    }

    @Exposed
    boolean autoCancel() {
        return calls.settings().autoCancel();
    }

    @Exposed
    void hearDigits(boolean on) {
        Settings old = calls.settings();
        calls.set(new Settings(old.autoAnswer(), old.autoCancel(), on, old.volume()));
    }

    /** Calls the function with the digits that the other end presses. */
    @Exposed
    void watchDigits(Callback callback) {
        calls.onDigits(digits -> callbacks.offer(callback, digits));
    }

    /** Whether there is a call to send them in. */
    @Exposed
    boolean sendDigits(String digits) {
        return calls.sendDigits(digits);
    }

    @Exposed
    int volume() {
        return calls.settings().volume();
    }

    @Exposed
    void setVolume(int value) {
        Settings old = calls.settings();
        calls.set(new Settings(old.autoAnswer(), old.autoCancel(), old.hearsDigits(), value));
    }

    /** Records each call into a file from now on; None for no more. */
    @Exposed
    void recordAlways(String path, boolean wav) {
        calls.recording().always(path, wav);
    }

    /** Whether there is a call, and it is recorded into this file. */
    @Exposed
    boolean record(String path, boolean wav) {
        return calls.isActive() && calls.recording().start(path, wav);
    }

    /** As {@link #record}, into the buffer; calls the function with [stream, length, state]. */
    @Exposed
    boolean recordStream(boolean wav, Callback callback) {
        if (!calls.isActive() || recorder.isBusy()) {
            return false;
        }
        recorder.listen((path, length, state) -> callbacks.offer(callback, List.of(path, length, state)));
        return calls.recording().stream(wav ? 2 : 4, 8000);
    }

    @Exposed
    byte[] read(int most) {
        return recorder.read(most);
    }

    @Exposed
    boolean stopRecording() {
        return calls.recording().stop();
    }
}
