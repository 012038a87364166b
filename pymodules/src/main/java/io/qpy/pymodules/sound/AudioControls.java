package io.qpy.pymodules.sound;

import io.qpy.device.Device;
import io.qpy.device.sound.Samples;
import io.qpy.device.sound.Sound;
import io.qpy.device.sound.Speaker.Played;
import io.qpy.device.sound.Speaker.Volumes;
import io.qpy.device.sound.Task;
import io.qpy.device.time.Time;
import io.qpy.module.Controls;
import io.qpy.module.Exposed;
import java.util.List;
import java.util.Locale;

/** What a test hears, and has the module hear; {@code qpytest.audio} is made of it. Its key of qpy.toml is one of {@code [board]}. */
public final class AudioControls implements Controls {
    @Override
    public Object verbs(Device device) {
        return new Verbs(AudioHost.sound(device));
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    /** The verbs; what is played is [kind, what]. */
    static final class Verbs {
        private final Sound sound;

        Verbs(Sound sound) {
            this.sound = sound;
        }

        /** What was played, each [kind, what, seconds, whether it was whole, volume]. */
        @Exposed
        List<List<Object>> played() {
            return sound.speaker().played().stream().map(Verbs::shown).toList();
        }

        private static List<Object> shown(Played each) {
            return List.of(
                    kind(each.task()),
                    each.task().what(),
                    each.lasted() / (double) Time.seconds(1),
                    each.whole(),
                    each.volume());
        }

        private static String kind(Task task) {
            return task.kind().name().toLowerCase(Locale.ROOT);
        }

        private static List<Object> started(Task task) {
            return List.of(kind(task), task.what());
        }

        /** None for nothing. */
        @Exposed
        List<Object> current() {
            Task current = sound.speaker().current();
            return current == null ? null : started(current);
        }

        /** The number of the tone that is played; -1 for none. */
        @Exposed
        int tone() {
            Task tone = sound.speaker().tones().current();
            return tone == null ? -1 : Integer.parseInt(tone.what());
        }

        @Exposed
        List<List<Object>> waiting() {
            return sound.speaker().waiting().stream().map(Verbs::started).toList();
        }

        /** [volume, speech's volume, speech's speed]. */
        @Exposed
        List<Integer> volumes() {
            Volumes volumes = sound.speaker().volumes();
            return List.of(volumes.audio(), volumes.speech(), volumes.speed());
        }

        @Exposed
        boolean isRecording() {
            return sound.recorder().isBusy();
        }

        /** The microphone hears a WAV file; None, or what is wrong about it. */
        @Exposed
        String hear(byte[] wav) {
            try {
                sound.microphone().hear(Samples.ofWav(wav));
                return null;
            } catch (IllegalArgumentException e) {
                return e.getMessage();
            }
        }

        /** The microphone hears nothing. */
        @Exposed
        void hearNothing() {
            sound.microphone().hear(Samples.SILENCE);
        }

        /** Whether the module listens for voices. */
        @Exposed
        boolean voice(boolean begins) {
            return sound.microphone().voice(begins);
        }

        /** Whether the module listens for this keyword. */
        @Exposed
        boolean word(String keyword) {
            return sound.microphone().word(keyword);
        }

        /** The keywords that it listens for. */
        @Exposed
        List<String> words() {
            return sound.microphone().words();
        }
    }
}
