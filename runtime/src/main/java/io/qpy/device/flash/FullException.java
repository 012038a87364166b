package io.qpy.device.flash;

import java.nio.file.FileSystemException;

/** A storage of the device's has no room for what is written. */
public final class FullException extends FileSystemException {
    private static final long serialVersionUID = 1L;

    FullException(String path) {
        super(path, null, "No space left on device");
    }
}
