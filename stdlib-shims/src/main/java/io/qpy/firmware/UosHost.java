package io.qpy.firmware;

import io.qpy.device.Device;
import io.qpy.device.Notices;
import io.qpy.device.flash.Flash;
import io.qpy.device.flash.FlashErrors;
import io.qpy.module.Exposed;
import java.util.Random;

/** The host object of {@code uos}: what GraalPy's {@code posix} module cannot do on a file system of one's own. */
final class UosHost {
    private final Flash flash;
    private final Notices notices;
    private final Random random;

    UosHost(Device device) {
        flash = device.flash();
        notices = device.notices();
        random = device.random();
    }

    /** Random bytes. */
    @Exposed
    byte[] draw(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return drawn;
    }

    /** Moves a file or a folder; GraalPy asks for an atomic move, which no such file system can promise. */
    @Exposed
    void rename(String from, String to) {
        FlashErrors.inScript(notices, () -> {
            flash.move(from, to);
            return to;
        });
    }

    /** How many blocks are taken of the file system that a path is in. */
    @Exposed
    long blocksUsed(String path) {
        return FlashErrors.inScript(notices, () -> flash.blocksUsed(path));
    }
}
