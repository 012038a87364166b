package io.qpy.device.flash;

import java.nio.file.FileSystemException;

/** A folder is to be moved into itself, or a name is too long. */
final class RefusedPathException extends FileSystemException {
    private static final long serialVersionUID = 1L;

    RefusedPathException(String path) {
        super(path, null, "Invalid argument");
    }
}
