package io.qpy.device;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** The device's storage on the PC cannot be written; the script sees a flash that refuses, the person this message. */
public final class StorageException extends AccessDeniedException {
    private static final long serialVersionUID = 1L;

    StorageException(Path storage, IOException cause) {
        super(storage.toString(), null, reason(cause));
        initCause(cause);
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
        return "the device's storage " + getFile() + " cannot be written: " + getReason()
                + "; use --fresh, or set QPY_HOME to a folder of yours";
    }
}
