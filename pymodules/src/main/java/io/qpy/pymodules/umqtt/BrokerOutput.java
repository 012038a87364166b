package io.qpy.pymodules.umqtt;

import io.qpy.device.time.Time;
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
    private final Time time;
    private final CompletableFuture<Void> spoken;

    /** Done when the packet that is being written is; null when none is. */
    private CompletableFuture<Void> writing;

    /** Whether it is Paho's turn; for its writer only. */
    private boolean inPacket;

    /** @param spoken completed when CONNECT is written */
    BrokerOutput(OutputStream out, Time time, CompletableFuture<Void> spoken) {
        super(out);
        this.time = time;
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

    /** Writes a packet on this thread. */
    void writeWhole(byte[] packet) throws IOException {
        awaitTurn();
        try {
            out.write(packet);
        } finally {
            release();
        }
    }

    private void awaitTurn() throws InterruptedIOException {
        try {
            for (CompletableFuture<Void> other = take(); other != null; other = take()) {
                boolean ignored = time.await(other, Time.FOR_EVER);
            }
        } catch (InterruptedException e) {
            throw new InterruptedIOException("the connection is being closed");
        }
    }

    /** Null, or what another is writing. */
    private synchronized CompletableFuture<Void> take() {
        if (writing != null) {
            return writing;
        }
        writing = new CompletableFuture<>();
        return null;
    }

    private void release() {
        CompletableFuture<Void> written;
        synchronized (this) {
            written = writing;
            writing = null;
        }
        written.complete(null);
    }
}
