package io.qpy.device.flash;

import java.nio.file.FileSystemException;

/** A folder is there where a file is wanted. The reason is the one that GraalPy knows as EISDIR. */
final class IsFolderException extends FileSystemException {
    private static final long serialVersionUID = 1L;

    IsFolderException(String path) {
        super(path, null, "Is a directory");
    }
}
