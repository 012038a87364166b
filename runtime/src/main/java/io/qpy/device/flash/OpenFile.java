package io.qpy.device.flash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * An open file of the flash. As on littlefs, what is written is this file's alone until {@link #flush} or {@link #close}, which
 * put it in the place of the old content, whole. Until then it lies in the storage's {@link Staging}.
 */
public final class OpenFile implements SeekableByteChannel {
    private static final int COPIED_AT_ONCE = 1 << 16;

    private final Flash flash;
    private final Set<? extends OpenOption> options;
    private final int cuts; // of the power, when it was opened
    private String path; // null when the file was removed or replaced meanwhile: it is never committed
    private SeekableByteChannel content;
    private Path staged; // null while the content is a committed file's
    private boolean failed; // by a write: what is there cannot be trusted
    private long position;
    private boolean open = true;

    /** {@code current} is null for a file that begins empty. */
    OpenFile(Flash flash, String path, Path current, Set<? extends OpenOption> options) throws IOException {
        this.flash = flash;
        this.path = path;
        this.options = options;
        this.cuts = flash.supply().cuts();
        content = current == null ? null : FileChannel.open(current, StandardOpenOption.READ);
        if (current == null) {
            stage();
        }
    }

    String path() {
        return path;
    }

    void follow(String renamed) {
        path = renamed;
    }

    Path staged() {
        return staged;
    }

    /** Its content is the committed file now; the next write stages another copy. */
    void committed() {
        staged = null;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        synchronized (flash) {
            if (!isReadable()) {
                throw new NonReadableChannelException();
            }
            content.position(position);
            int count = content.read(target);
            position += Math.max(0, count);
            return count;
        }
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        synchronized (flash) {
            if (!isWritable()) {
                throw new NonWritableChannelException();
            }
            requirePower();
            requireRoom(source.remaining());
            int room = flash.supply().spend(source.remaining());
            int count = flash.storing(() -> writeSome(source, room));
            if (source.hasRemaining()) {
                failed = true;
                flash.supply().require();
            }
            return count;
        }
    }

    private int writeSome(ByteBuffer source, int most) throws IOException {
        int limit = source.limit();
        source.limit(source.position() + most);
        boolean whole = false;
        try {
            if (staged == null) {
                stage();
            }
            fillGap();
            int count = 0;
            while (source.hasRemaining()) {
                count += content.write(source);
            }
            position += count;
            whole = true;
            return count;
        } finally {
            failed |= !whole;
            source.limit(limit);
        }
    }

    /** Goes to where the next byte is written. What is between the file's end and there is zeros. */
    private void fillGap() throws IOException {
        long size = content.size();
        if (options.contains(StandardOpenOption.APPEND) && position < size) {
            position = size;
        }
        if (position - size > Storage.CAPACITY) {
            throw new IOException("out of disk space");
        }
        content.position(size);
        for (long gap = position - size; gap > 0; gap -= COPIED_AT_ONCE) {
            content.write(ByteBuffer.allocate((int) Math.min(gap, COPIED_AT_ONCE)));
        }
        content.position(position);
    }

    /** A medium that a script mounts can be full, and be taken out. */
    private void requireRoom(int more) throws IOException {
        long at = options.contains(StandardOpenOption.APPEND) ? Math.max(position, content.size()) : position;
        flash.room().require(this, Math.max(content.size(), at + more));
    }

    private void requirePower() throws IOException {
        flash.supply().require();
        if (flash.supply().cuts() != cuts) {
            throw new IOException("the power has failed while the file was open");
        }
    }

    public boolean isReadable() {
        return options.contains(StandardOpenOption.READ);
    }

    public boolean isWritable() {
        return options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
    }

    /** Makes a copy of the content that can be written. */
    private void stage() throws IOException {
        Path copy = flash.newStage();
        SeekableByteChannel target = FileChannel.open(
                copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (content != null) {
                copy(content, target);
                content.close();
            }
        } catch (IOException e) {
            target.close();
            Files.deleteIfExists(copy);
            throw e;
        }
        content = target;
        staged = copy;
    }

    /** The system copies from one file of the PC to another by itself. */
    private static void copy(SeekableByteChannel source, SeekableByteChannel target) throws IOException {
        long size = source.size();
        FileChannel file = (FileChannel) source;
        for (long done = 0; done < size; ) {
            long count = file.transferTo(done, size - done, target);
            if (count <= 0) {
                throw new IOException("a file became shorter while it was copied");
            }
            done += count;
        }
        target.position(size);
    }

    /** Commits what has been written. After a write that failed, the old content stays. */
    public void flush() throws IOException {
        synchronized (flash) {
            if (staged != null && path != null && !failed) {
                requirePower();
                flash.commit(this);
            }
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long next) {
        position = next;
        return this;
    }

    @Override
    public long size() throws IOException {
        synchronized (flash) {
            return content.size();
        }
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        synchronized (flash) {
            requirePower();
            flash.storing(() -> {
                if (staged == null) {
                    stage();
                }
                return content.truncate(size);
            });
            position = Math.min(position, size);
            return this;
        }
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() throws IOException {
        synchronized (flash) {
            if (!open) {
                return;
            }
            open = false;
            try {
                flush();
            } finally {
                discard();
            }
        }
    }

    /** Closes it without a commit. */
    void discard() throws IOException {
        open = false;
        flash.forget(this);
        content.close();
        if (staged != null) {
            Files.deleteIfExists(staged);
        }
    }
}
