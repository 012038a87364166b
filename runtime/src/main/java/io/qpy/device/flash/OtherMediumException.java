package io.qpy.device.flash;

import java.nio.file.FileSystemException;

/** A rename from one medium to another: MicroPython has none. */
public final class OtherMediumException extends FileSystemException {
    private static final long serialVersionUID = 1L;

    OtherMediumException(String path) {
        super(path, null, "Operation not permitted");
    }
}
