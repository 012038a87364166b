package io.qpy.repl.terminal;

import io.qpy.device.flash.PrivateFolder;
import java.io.IOException;
import java.nio.file.Path;

/** The file that remembers what was typed, which is nobody else's business. */
final class HistoryFile {
    private HistoryFile() {}

    /** Makes the file where there is none, readable by its owner only. */
    static Path prepared(Path file) throws IOException {
        PrivateFolder.create(file.toAbsolutePath().getParent());
        return PrivateFolder.createFile(file);
    }
}
