package io.qpy.device.sound;

import io.qpy.device.GroupedPart;
import io.qpy.device.Notices;
import io.qpy.device.flash.Flash;
import io.qpy.device.time.Time;

/** What a module has to play and to record. */
public final class Sound extends GroupedPart {
    private final Speaker speaker;
    private final Microphone microphone;
    private final Recorder recorder;

    public Sound(Time time, Flash flash, Notices notices) {
        speaker = add(new Speaker(time, notices));
        microphone = add(new Microphone());
        recorder = add(new Recorder(time, flash, microphone));
    }

    public Speaker speaker() {
        return speaker;
    }

    public Microphone microphone() {
        return microphone;
    }

    public Recorder recorder() {
        return recorder;
    }
}
