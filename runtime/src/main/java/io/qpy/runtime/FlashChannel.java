package io.qpy.runtime;

import io.qpy.device.Supply;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;

/** An open file of the flash, which says in GraalPy's words when there is no room: the script gets ENOSPC. */
final class FlashChannel implements SeekableByteChannel {
    private static final String FULL_IN_MEMORY = "out of disk space"; // Jimfs
    private static final String FULL = "No space left on device";

    private final SeekableByteChannel file;
    private final Supply supply;
    private final String name;

    FlashChannel(SeekableByteChannel file, Supply supply, String name) {
        this.supply = supply;
        this.file = file;
        this.name = name;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int room = supply.spend(source.remaining());
        try {
            int limit = source.limit();
            source.limit(source.position() + room);
            int count = room == 0 ? 0 : file.write(source);
            source.limit(limit);
            if (count == 0 && source.hasRemaining()) {
                supply.require();
            }
            return count;
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
