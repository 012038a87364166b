package io.qpy.runtime;

import io.qpy.device.flash.OpenFile;
import io.qpy.device.flash.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;

/** An open file of the flash for GraalPy's own code, which says in GraalPy's words when there is no room. */
final class FlashChannel implements SeekableByteChannel {
    private static final String FULL = "No space left on device";

    private final OpenFile file;
    private final String name;

    FlashChannel(OpenFile file, String name) {
        this.file = file;
        this.name = name;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        try {
            return file.write(source);
        } catch (StorageException e) {
            throw e.isFull() ? new FileSystemException(name, null, FULL) : e;
        }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return file.read(target);
    }

    @Override
    public long position() {
        return file.position();
    }

    @Override
    public SeekableByteChannel position(long position) {
        file.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        file.truncate(size);
        return this;
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
