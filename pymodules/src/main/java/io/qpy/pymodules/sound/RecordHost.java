package io.qpy.pymodules.sound;

import io.qpy.device.sound.Microphone;
import io.qpy.device.sound.Recorder;
import io.qpy.device.sound.Sound;
import io.qpy.device.time.Time;
import io.qpy.module.Callback;
import io.qpy.module.Callbacks;
import io.qpy.module.Exposed;
import java.io.IOException;
import java.util.List;

/** What {@code audio.Record} asks of the recorder and of the microphone. A run goes on while the script is to be told of either. */
final class RecordHost {
    private final Callbacks callbacks;
    private final Recorder recorder;
    private final Microphone microphone;
    private final Object voice = new Object();
    private final Object words = new Object();

    RecordHost(Sound sound, Callbacks callbacks) {
        recorder = sound.recorder();
        microphone = sound.microphone();
        this.callbacks = callbacks;
    }

    /** Calls the function with [path, length, state]. */
    @Exposed
    void watch(Callback callback) {
        if (recorder.isBusy()) {
            callbacks.expect(this);
        }
        recorder.listen((path, length, state) -> {
            callbacks.expect(this);
            Callback called = arguments -> {
                try {
                    callback.call(arguments);
                } finally {
                    forgetIfIdle();
                }
            };
            if (!callbacks.offer(called, List.of(shown(path), length, state))) {
                forgetIfIdle();
            }
        });
    }

    private void forgetIfIdle() {
        if (!recorder.isBusy()) {
            callbacks.forget(this);
        }
    }

    /** As the module calls a file of /usr. */
    private static String shown(String path) {
        return path.startsWith("/usr/") ? "U:/" + path.substring("/usr/".length()) : path;
    }

    /** Records into a file for so many seconds; whether it could be made. */
    @Exposed
    boolean start(String path, long seconds) {
        try {
            recorder.start(path, Time.seconds(seconds));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Records into the buffer; 0 seconds for no end. Whether there is such a format. */
    @Exposed
    boolean stream(int format, int rate, long seconds) {
        return recorder.stream(format, rate, seconds == 0 ? Time.FOR_EVER : Time.seconds(seconds));
    }

    @Exposed
    byte[] read(int most) {
        return recorder.read(most);
    }

    /** Whether something was recorded. */
    @Exposed
    boolean stop() {
        return recorder.stop();
    }

    @Exposed
    boolean isBusy() {
        return recorder.isBusy();
    }

    /** Whether something is recorded into this file. */
    @Exposed
    boolean isRecorded(String path) {
        return recorder.isBusy(path);
    }

    /** How many bytes of a file of this name stand before the sound. */
    @Exposed
    int headerLength(String path) {
        return Recorder.headerLength(path);
    }

    @Exposed
    boolean dtx() {
        return recorder.dtx();
    }

    @Exposed
    void setDtx(boolean on) {
        recorder.setDtx(on);
    }

    /** Calls the function with 1 and 0. */
    @Exposed
    void watchVoice(Callback callback) {
        microphone.onVoice(state -> callbacks.offer(callback, state));
    }

    @Exposed
    void listenForVoice(boolean listens) {
        expect(voice, listens);
        microphone.listenForVoice(listens);
    }

    /** Calls the function with (0, number of the keyword from 1 on). */
    @Exposed
    void watchWords(Callback callback) {
        microphone.onWord(word -> callbacks.offer(callback, List.of(0, word)));
    }

    /** None for no more. */
    @Exposed
    void listenFor(List<String> keywords) {
        expect(words, !keywords.isEmpty());
        microphone.listenFor(keywords);
    }

    private void expect(Object source, boolean listens) {
        if (listens) {
            callbacks.expect(source);
        } else {
            callbacks.forget(source);
        }
    }
}
