package io.qpy.start;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * The pipe on which a standby process answers. It is open before anybody calls: its end tells the caller that the process has
 * ended, also where it had not begun to answer. Until it is called this side has both ends.
 */
final class ReplyPipe {
    private final RandomAccessFile bothEnds;
    private final OutputStream output;

    ReplyPipe(Path pipe) throws IOException {
        bothEnds = new RandomAccessFile(pipe.toFile(), "rw");
        output = new FileOutputStream(pipe.toFile());
    }

    /** What the caller reads, who has opened the other side. */
    OutputStream toCaller() throws IOException {
        bothEnds.close();
        return output;
    }
}
