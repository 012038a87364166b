package io.qpy.device.flash;

import io.qpy.device.DeviceError;
import io.qpy.device.Errno;
import io.qpy.device.Notices;
import java.io.IOException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** The numbers that a script sees for the failures of its flash: littlefs', which are Linux's (facts.md 11.42). */
public final class FlashErrors {
    private FlashErrors() {}

    /** What a script does with its flash. */
    public interface Step<T> {
        T run() throws IOException;
    }

    /** Does a step; a failure is an OSError, of which the person is told when it is the PC's. */
    public static <T> T inScript(Notices notices, Step<T> step) {
        try {
            return step.run();
        } catch (StorageException e) {
            notices.sayOnce(e.code(), e.getMessage());
            throw DeviceError.os(errno(e));
        } catch (IOException e) {
            throw DeviceError.os(errno(e));
        } catch (InvalidPathException e) {
            throw DeviceError.os(Errno.EINVAL);
        } catch (NonReadableChannelException | NonWritableChannelException e) {
            throw DeviceError.os(Errno.EBADF);
        }
    }

    /** The number of a failure. */
    public static Errno errno(IOException e) {
        if (e instanceof StorageException storage) {
            return storage.isFull() ? Errno.ENOSPC : Errno.EACCES;
        }
        if (e instanceof NoSuchFileException) {
            return Errno.ENOENT;
        }
        if (e instanceof FileAlreadyExistsException) {
            return Errno.EEXIST;
        }
        if (e instanceof AccessDeniedException) {
            return Errno.EACCES;
        }
        if (e instanceof DirectoryNotEmptyException) {
            return Errno.ENOTEMPTY;
        }
        return ofKind(e);
    }

    private static Errno ofKind(IOException e) {
        if (e instanceof NotDirectoryException) {
            return Errno.ENOTDIR;
        }
        if (e instanceof IsFolderException) {
            return Errno.EISDIR;
        }
        if (e instanceof FullException) {
            return Errno.ENOSPC;
        }
        if (e instanceof OtherMediumException) {
            return Errno.EPERM;
        }
        return e instanceof RefusedPathException ? Errno.EINVAL : Errno.EIO;
    }
}
