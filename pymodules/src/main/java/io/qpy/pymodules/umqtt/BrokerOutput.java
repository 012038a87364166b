package io.qpy.pymodules.umqtt;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;

/**
 * What the broker is told, one whole packet after another: by Paho's writer, through the stream, and by threads that write
 * packets of their own.
 */
final class BrokerOutput extends FilterOutputStream {
    private final CompletableFuture<Void> spoken;
    private boolean taken;

    /** Whether it is Paho's turn; for its writer only. */
    private boolean inPacket;

    /** @param spoken completed when CONNECT is written */
    BrokerOutput(OutputStream out, CompletableFuture<Void> spoken) {
        super(out);
        this.spoken = spoken;
    }

    /** A part of a packet of Paho's, which ends with {@link #flush}. */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (!inPacket) {
            awaitTurn();
            inPacket = true;
        }
        try {
            out.write(bytes, offset, length);
        } finally {
            spoken.complete(null);
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
        if (inPacket) {
            inPacket = false;
            release();
        }
    }

    /** Writes a packet on this thread; false, and nothing, where another is being written. */
    boolean offer(byte[] packet) throws IOException {
        if (!take()) {
            return false;
        }
        try {
            out.write(packet);
            return true;
        } finally {
            release();
        }
    }

    /** Waits in a monitor: virtual time would not see at once that a thread is woken elsewhere. */
    private synchronized void awaitTurn() throws InterruptedIOException {
        try {
            while (!take()) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new InterruptedIOException("Paho ends its writer");
        }
    }

    private synchronized boolean take() {
        boolean free = !taken;
        taken = true;
        return free;
    }

    private synchronized void release() {
        taken = false;
        notifyAll();
    }
}
