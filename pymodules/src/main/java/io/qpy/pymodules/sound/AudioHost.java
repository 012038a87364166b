package io.qpy.pymodules.sound;

import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.Errno;
import io.qpy.device.board.Pin;
import io.qpy.device.flash.FlashErrors;
import io.qpy.device.sound.Sound;
import io.qpy.device.sound.SoundMeter;
import io.qpy.device.sound.Speaker;
import io.qpy.device.sound.Speaker.Event;
import io.qpy.device.sound.Speaker.Volumes;
import io.qpy.device.sound.SpokenText;
import io.qpy.device.sound.Task;
import io.qpy.device.sound.ToneGenerator;
import io.qpy.device.time.Time;
import io.qpy.module.Callback;
import io.qpy.module.Callbacks;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/** The host object of {@code audio}. A run goes on while something is played whose end the script wants to be told. */
public final class AudioHost {
    private static final int FAILED = -1;

    private final Device device;
    private final Callbacks callbacks;
    private final Sound sound;

    public AudioHost(ModuleContext context) {
        device = context.device();
        callbacks = context.callbacks();
        sound = sound(device);
    }

    /** A device's sound, which is built in when it is first asked for. */
    public static Sound sound(Device device) {
        return device.part(Sound.class, it -> {
            it.meetTerminals();
            return new Sound(it.time(), it.flash(), it.notices());
        });
    }

    private Speaker speaker() {
        return sound.speaker();
    }

    /** What a person calls the module, for instance EC600N. */
    @Exposed
    String modelName() {
        return device.model().name();
    }

    /** Plays a file; the module's number, -1 for a file that cannot be played. */
    @Exposed
    int playFile(int priority, boolean yields, String named, String path) {
        Optional<Long> length = read(path, named).flatMap(content -> length(named, content));
        return length.map(each -> speaker().play(new Task(Task.Kind.FILE, named, priority, yields, each)))
                .orElse(FAILED);
    }

    private Optional<byte[]> read(String path, String named) {
        try (InputStream in = Channels.newInputStream(device.flash().open(path, Set.of(StandardOpenOption.READ)))) {
            return Optional.of(in.readAllBytes());
        } catch (IOException e) {
            device.notices()
                    .sayOnce(
                            Code.AUDIO,
                            named + " cannot be played: "
                                    + (FlashErrors.errno(e) == Errno.ENOENT
                                            ? "there is no file " + path
                                            : "it cannot be read"));
            return Optional.empty();
        }
    }

    private Optional<Long> length(String named, byte... content) {
        Optional<Long> length = SoundMeter.length(content);
        if (length.isEmpty()) {
            device.notices().sayOnce(Code.AUDIO, named + " cannot be played: it is no MP3, AMR or WAV file");
        }
        return length;
    }

    /** Says a text; the module's number. */
    @Exposed
    int speak(int priority, boolean yields, String text) {
        long length = SpokenText.length(text, speaker().volumes().speed());
        return speaker().play(new Task(Task.Kind.TEXT, text, priority, yields, length));
    }

    /** Whether something was played. */
    @Exposed
    boolean stop() {
        return speaker().stop();
    }

    @Exposed
    void stopAll() {
        speaker().stopAll();
    }

    @Exposed
    boolean isPlaying() {
        return speaker().current() != null;
    }

    /** Calls the function when a file or a stream begins, 0, and when it ends, 7. */
    @Exposed
    void watchSound(Callback callback) {
        speaker().onSound(telling(callback, 0, 7, 7));
    }

    /** Calls the function when a text begins, 2, is cut, 3, and ends, 4. */
    @Exposed
    void watchSpeech(Callback callback) {
        speaker().onSpeech(telling(callback, 2, 3, 4));
    }

    private Speaker.Listener telling(Callback callback, int begin, int cut, int end) {
        if (isPlaying()) {
            callbacks.expect(this);
        }
        return (task, event) -> {
            callbacks.expect(this);
            tell(callback, event == Event.BEGIN ? begin : event == Event.CUT ? cut : end);
        };
    }

    private void tell(Callback callback, int number) {
        Callback called = arguments -> {
            try {
                callback.call(arguments);
            } finally {
                forgetIfIdle();
            }
        };
        if (!callbacks.offer(called, number)) {
            forgetIfIdle();
        }
    }

    private void forgetIfIdle() {
        if (!isPlaying()) {
            callbacks.forget(this);
        }
    }

    /** 0 to 11. */
    @Exposed
    int volume() {
        return speaker().volumes().audio();
    }

    @Exposed
    void setVolume(int value) {
        Volumes old = speaker().volumes();
        speaker().setVolumes(new Volumes(value, old.speech(), old.speed()));
    }

    /** 0 to 9. */
    @Exposed
    int speechVolume() {
        return speaker().volumes().speech();
    }

    @Exposed
    void setSpeechVolume(int value) {
        Volumes old = speaker().volumes();
        speaker().setVolumes(new Volumes(old.audio(), value, old.speed()));
    }

    /** 0 to 9. */
    @Exposed
    int speed() {
        return speaker().volumes().speed();
    }

    @Exposed
    void setSpeed(int value) {
        Volumes old = speaker().volumes();
        speaker().setVolumes(new Volumes(old.audio(), old.speech(), value));
    }

    /** Plays more of a stream in one of the module's formats; whether it is played. */
    @Exposed
    boolean feed(int format, byte[] bytes) {
        SoundMeter.Format known =
                switch (format) {
                    case 1, 2 -> SoundMeter.Format.WAV;
                    case 3 -> SoundMeter.Format.MP3;
                    case 4, 5 -> SoundMeter.Format.AMR;
                    default -> null;
                };
        return known != null && speaker().feed(known, bytes);
    }

    /** Pauses the stream, or goes on; whether there is one. */
    @Exposed
    boolean pauseStream(boolean pause) {
        return speaker().pauseStream(pause);
    }

    /** Whether there was a stream. */
    @Exposed
    boolean endStream() {
        return speaker().endStream();
    }

    /** Plays a tone for so many ms, 0 for no end; whether there is such a tone. Some chips return when it has ended. */
    @Exposed
    boolean playTone(int tone, int milliseconds) {
        if (!ToneGenerator.has(tone)) {
            return false;
        }
        long length = milliseconds == 0 ? Time.FOR_EVER : Time.millis(milliseconds);
        speaker().tones().play(tone, length);
        if (length != Time.FOR_EVER && device.model().traits().family().startsWith("Unisoc")) {
            device.waits().sleep(length);
        }
        return true;
    }

    @Exposed
    void stopTone() {
        speaker().tones().stop();
    }

    /** The pin is high while something is heard; whether the module has it. */
    @Exposed
    boolean amplify(int number) {
        Pin pin = device.board().pin(number);
        if (pin != null) {
            pin.set(Pin.OUT, Pin.PULL_DISABLE, 0);
            speaker().amplify(on -> pin.write(on ? 1 : 0));
        }
        return pin != null;
    }

    /** Calls the function with 1 when something is heard from now on, with 0 when nothing is any more. */
    @Exposed
    void watchAmplifier(Callback callback) {
        speaker().onHeard(on -> callbacks.offer(callback, on ? 1 : 0));
    }

    @Exposed
    RecordHost recorder() {
        return new RecordHost(sound, callbacks);
    }

    /** Samples from the microphone and to the speaker; a buffer of so many times 20 ms. */
    @Exposed
    PcmHost pcm(int channels, int rate, boolean blocks, int periods) {
        return new PcmHost(device, sound, channels, rate, blocks, periods);
    }
}
