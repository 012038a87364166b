package io.qpy.runtime;

import io.qpy.device.DeviceError;
import io.qpy.device.Errno;
import io.qpy.device.Notices;
import io.qpy.device.flash.FlashErrors;
import io.qpy.device.flash.OpenFile;
import io.qpy.module.Exposed;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The host object of an open file of {@code flash/files.py}. Positions are offsets in bytes. */
final class FlashFile {
    private static final int FROM_START = 0;
    private static final int FROM_HERE = 1;

    /** The largest file of littlefs. */
    private static final long LARGEST = Integer.MAX_VALUE;

    private final OpenFile file;
    private final Notices notices;

    FlashFile(OpenFile file, Notices notices) {
        this.file = file;
        this.notices = notices;
    }

    /** Reads so many bytes or as many as there are; all that are left, where the number is negative. */
    @Exposed
    byte[] read(int bytes) {
        return FlashErrors.inScript(notices, () -> {
            long left = Math.max(0, file.size() - file.position());
            ByteBuffer target = ByteBuffer.allocate((int) (bytes < 0 ? left : Math.min(bytes, left)));
            while (file.read(target) >= 0 && target.hasRemaining()) {
                // the rest
            }
            return target.hasRemaining() ? Arrays.copyOf(target.array(), target.position()) : target.array();
        });
    }

    /** Writes bytes and returns their number. */
    @Exposed
    int write(byte[] bytes) {
        return FlashErrors.inScript(notices, () -> file.write(ByteBuffer.wrap(bytes)));
    }

    /** Goes to an offset from the start (0), from here (1) or from the end (2), and returns the position. */
    @Exposed
    long seek(long offset, int whence) {
        return FlashErrors.inScript(notices, () -> {
            long from = whence == FROM_START ? 0 : whence == FROM_HERE ? file.position() : file.size();
            long target = from + offset;
            if (target < 0 || target > LARGEST) {
                throw DeviceError.os(Errno.EINVAL);
            }
            file.position(target);
            return target;
        });
    }

    /** Commits what was written. */
    @Exposed
    void flush() {
        FlashErrors.inScript(notices, () -> {
            file.flush();
            return file;
        });
    }

    @Exposed
    void close() {
        FlashErrors.inScript(notices, () -> {
            file.close();
            return file;
        });
    }
}
