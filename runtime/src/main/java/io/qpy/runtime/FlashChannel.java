package io.qpy.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;

/** An open file of the flash, which says in GraalPy's words when there is no room: the script gets ENOSPC. */
final class FlashChannel implements SeekableByteChannel {
    private static final String FULL_IN_MEMORY = "out of disk space"; // Jimfs
    private static final String FULL = "No space left on device";

    private final SeekableByteChannel file;
    private final String name;

    FlashChannel(SeekableByteChannel file, String name) {
        this.file = file;
        this.name = name;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        try {
            return file.write(source);
        } catch (IOException e) {
            throw FULL_IN_MEMORY.equals(e.getMessage()) ? new FileSystemException(name, null, FULL) : e;
        }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return file.read(target);
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
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
