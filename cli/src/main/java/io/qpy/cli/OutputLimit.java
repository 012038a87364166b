package io.qpy.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A console that takes so many bytes and no more: a write beyond that fails, in a script with OSError. */
final class OutputLimit extends FilterOutputStream {
    private final Runnable reached;
    private long left;

    private OutputLimit(OutputStream console, long limit, Runnable reached) {
        super(console);
        this.left = limit;
        this.reached = reached;
    }

    /** The console itself where {@code limit}, in bytes, is null; {@code reached} runs before each write that fails. */
    static OutputStream of(OutputStream console, Long limit, Runnable reached) {
        return limit == null ? console : new OutputLimit(console, limit, reached);
    }

    @Override
    public void write(int b) throws IOException {
        take(1);
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        take(length);
        out.write(bytes, offset, length);
    }

    private synchronized void take(int bytes) throws IOException {
        if (bytes > left) {
            left = 0;
            reached.run();
            throw new IOException("the limit of the output");
        }
        left -= bytes;
    }
}
