package io.qpy.start;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The pipe on which a call comes to a standby process. It is open before anybody can call: who calls claims the folder that
 * it is in, and opens the other side, which waits for ever where this one is not open. Until then this side has both ends.
 */
final class ControlPipe {
    private final RandomAccessFile bothEnds;
    private final InputStream input;
    private boolean called;

    ControlPipe(Path pipe) throws IOException {
        bothEnds = new RandomAccessFile(pipe.toFile(), "rw");
        input = new BufferedInputStream(new FileInputStream(pipe.toFile()));
    }

    /** The next byte, -1 at the end of the caller. */
    int read() throws IOException {
        int next = input.read();
        if (!called) {
            called = true;
            bothEnds.close(); // so that the end of the caller is the pipe's end
        }
        return next;
    }

    /** The caller has gone, or is no longer listened to. */
    void close() throws IOException {
        input.close();
    }

    /** What comes until a zero byte. */
    String readString() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int next = read();
        while (next > 0) {
            bytes.write(next);
            next = read();
        }
        if (next < 0) {
            throw new EOFException("the launcher ended in the middle of its call");
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
