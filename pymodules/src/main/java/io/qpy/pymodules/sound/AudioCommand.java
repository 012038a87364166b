package io.qpy.pymodules.sound;

import io.qpy.device.Device;
import io.qpy.device.sound.Sound;
import io.qpy.device.sound.Speaker;
import io.qpy.device.sound.Speaker.Volumes;
import io.qpy.device.sound.Task;
import io.qpy.module.Command;
import java.io.IOException;
import java.util.List;

/** {@code qpy board audio}: what the module plays, what waits, and how loud it is. */
public final class AudioCommand implements Command {
    private final Sound sound;

    public AudioCommand(Device device) {
        sound = AudioHost.sound(device);
    }

    @Override
    public void answer(List<String> words, Reply reply) throws IOException {
        Speaker speaker = sound.speaker();
        Task current = speaker.current();
        reply.line(current == null ? "plays nothing" : current.shown());
        if (speaker.tones().current() != null) {
            reply.line(speaker.tones().current().shown());
        }
        for (Task task : speaker.waiting()) {
            reply.line("then " + task.shown() + ", priority " + task.priority());
        }
        if (sound.recorder().isBusy()) {
            reply.line("records");
        }
        Volumes volumes = speaker.volumes();
        reply.line("volume " + volumes.audio() + " of 11, of speech " + volumes.speech() + " of 9, its speed "
                + volumes.speed() + " of 9");
    }
}
