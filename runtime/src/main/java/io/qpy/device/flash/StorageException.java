package io.qpy.device.flash;

import io.qpy.device.Code;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Set;

/** The device's storage on the PC cannot be written; the script sees a flash that refuses, the person this message. */
public final class StorageException extends AccessDeniedException {
    private static final long serialVersionUID = 1L;

    /** What systems, and Jimfs, say when there is no room. */
    private static final Set<String> FULL =
            Set.of("No space left on device", "Disk quota exceeded", "File too large", "out of disk space");

    private final boolean inMemory;

    StorageException(Path storage, IOException cause) {
        super(storage.toString(), null, reason(cause));
        inMemory = storage.getFileSystem() != FileSystems.getDefault();
        initCause(cause);
    }

    /** Whether there is no room for what is written: the script gets ENOSPC. */
    public boolean isFull() {
        return FULL.contains(getReason());
    }

    /** What kind of line its message is. */
    public Code code() {
        return isFull() || inMemory ? Code.FULL : Code.STORAGE;
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof java.nio.file.FileAlreadyExistsException) {
            return "there is a file where a folder should be";
        }
        return cause instanceof FileSystemException failure && failure.getReason() != null
                ? failure.getReason()
                : String.valueOf(cause.getMessage());
    }

    @Override
    public String getMessage() {
        if (inMemory) {
            return "the flash of a device in memory is full: it has " + (Storage.CAPACITY >> 20) + " MB";
        }
        return "the device's storage " + getFile() + " cannot be written: " + getReason()
                + (isFull() ? "; what was there stays: make room" : "; use --fresh")
                + ", or set QPY_HOME to a folder of yours";
    }
}
