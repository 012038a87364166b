package io.qpy.firmware;

import io.qpy.device.Device;
import io.qpy.device.DeviceError;
import io.qpy.device.Errno;
import io.qpy.device.Flash;
import io.qpy.module.Exposed;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Random;

/** The host object of {@code uos}: what GraalPy's {@code posix} module cannot do on a file system of one's own. */
final class UosHost {
    private final Flash flash;
    private final Random random;

    UosHost(Device device) {
        flash = device.flash();
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
    void rename(String from, String to) throws IOException {
        try {
            flash.move(from, to);
        } catch (NoSuchFileException e) {
            throw DeviceError.os(Errno.ENOENT);
        } catch (FileAlreadyExistsException e) {
            throw DeviceError.os(Errno.EEXIST);
        } catch (AccessDeniedException e) {
            throw DeviceError.os(Errno.EACCES);
        } catch (DirectoryNotEmptyException e) {
            throw DeviceError.os(Errno.ENOTEMPTY);
        } catch (NotDirectoryException e) {
            throw DeviceError.os(Errno.ENOTDIR);
        }
    }
}
