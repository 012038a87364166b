package io.qpy.device.sound;

import io.qpy.device.Notices;
import io.qpy.device.Part;
import io.qpy.device.Parts;
import io.qpy.device.flash.Flash;
import io.qpy.device.time.Time;

/** What a module has to play and to record. */
public final class Sound implements Part {
    private final Parts parts = new Parts();
    private final Speaker speaker;
    private final Microphone microphone;
    private final Recorder recorder;

    public Sound(Time time, Flash flash, Notices notices) {
        speaker = parts.add(new Speaker(time, notices));
        microphone = parts.add(new Microphone());
        recorder = parts.add(new Recorder(time, flash, microphone));
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

    @Override
    public void reset() {
        parts.each(Part::reset);
    }

    @Override
    public void restart() {
        parts.each(Part::restart);
    }

    @Override
    public Runnable snapshot() {
        return parts.snapshot();
    }
}
