package io.qpy.pymodules.power;

import io.qpy.device.Device;
import io.qpy.module.Command.Reply;
import java.io.IOException;
import java.util.Locale;

/** {@code qpy board power}: how long the module has slept, and what keeps it awake. */
public final class PowerCommand {
    private final PmControls.Verbs verbs;

    public PowerCommand(Device device) {
        verbs = new PmControls.Verbs(device);
    }

    public void answer(Reply reply) throws IOException {
        reply.line(String.format(
                Locale.ROOT, "slept %.1f s, in power saving mode %d times", verbs.slept(), verbs.saved()));
        reply.line(verbs.obstacle() == null ? "it may sleep" : "awake: " + verbs.obstacle());
    }
}
