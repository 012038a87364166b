package io.qpy.serial;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A line whose far end sends what is in a file, once, and takes what comes. */
final class FileLine implements SerialLine {
    private final Path file;
    private final InputStream in;

    private FileLine(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    static FileLine open(Path file, LineOwner owner) throws IOException {
        if (!Files.exists(file)) {
            throw new SerialException(file + " does not exist");
        }
        if (!Files.isRegularFile(file)) {
            throw new SerialException(file + " is no file: name one whose bytes the line is to receive");
        }
        if (!Files.isReadable(file)) {
            throw new SerialException(file + " cannot be read: permission denied");
        }
        FileLine line = new FileLine(file, Files.newInputStream(file));
        owner.connected(OutputStream.nullOutputStream());
        return line;
    }

    @Override
    public boolean send(byte[] bytes, int offset, int length) {
        return true;
    }

    @Override
    public int pull(byte[] buffer, int offset, int length) throws IOException {
        return in.read(buffer, offset, length);
    }

    @Override
    public boolean leadsOutside() {
        return false;
    }

    @Override
    public String toString() {
        return file.toString();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
