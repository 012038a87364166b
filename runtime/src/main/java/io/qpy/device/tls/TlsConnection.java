package io.qpy.device.tls;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import org.bouncycastle.tls.TlsClientProtocol;

/**
 * One TLS connection over a {@link Wire}. One thread may read while another writes; each of these waits for the wire
 * outside {@link #protocol}'s lock.
 */
public final class TlsConnection {
    private static final int CHUNK = 16 * 1024; // a record's most (RFC 8446, section 5.1)
    private static final int FIRST_BYTES = 16;

    private final ModuleTlsClient client;
    private final Wire wire;
    private final TlsClientProtocol protocol = new TlsClientProtocol();
    private final ReentrantLock writing = new ReentrantLock();
    private final ByteBuffer outgoing = ByteBuffer.wrap(new byte[CHUNK]).limit(0);
    private final ByteBuffer incoming = ByteBuffer.wrap(new byte[CHUNK]);
    private final Object reading = new Object();
    private byte[] first = new byte[0];
    private boolean started;
    private boolean ended;
    private volatile boolean closed;

    TlsConnection(ModuleTlsClient client, Wire wire) {
        this.client = client;
        this.wire = wire;
    }

    /**
     * Goes on with the handshake.
     *
     * @return whether it is complete; false only where the wire does not wait
     * @throws TlsFailure when it cannot be completed; the wire is closed then
     */
    public boolean handshake() throws IOException {
        synchronized (reading) {
            start();
            flushUnlessWriting();
            while (protocol.isHandshaking()) {
                int count = receive();
                if (count < 0) {
                    wire.close();
                    throw Reasons.endedInHandshake();
                }
                flushUnlessWriting();
                if (count == 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private void start() throws IOException {
        synchronized (protocol) {
            if (!started) {
                started = true;
                protocol.connect(client);
            }
        }
    }

    /** What was agreed on; null before the handshake is complete. */
    public TlsSessionInfo session() {
        return client.session();
    }

    /** Whether the peer has ended without TLS's farewell (close_notify): what it sent may not be all. */
    public boolean isCutOff() {
        synchronized (protocol) {
            return ended && !protocol.isClosed();
        }
    }

    /** Whether {@link #read} has something without asking the wire. */
    public boolean hasPending() {
        synchronized (protocol) {
            return protocol.getAvailableInputBytes() > 0;
        }
    }

    /** Reads at least one byte; -1 at the end, 0 where there is nothing and the wire does not wait. */
    public int read(byte[] target, int offset, int length) throws IOException {
        synchronized (reading) {
            while (true) {
                int count = take(target, offset, length);
                if (count != 0 || length == 0) {
                    return count;
                }
                int received = receive();
                if (received == 0) {
                    return 0;
                }
                flushUnlessWriting();
            }
        }
    }

    private int take(byte[] target, int offset, int length) {
        synchronized (protocol) {
            int available = protocol.getAvailableInputBytes();
            if (available > 0) {
                return protocol.readInput(target, offset, Math.min(length, available));
            }
            return ended || protocol.isClosed() ? -1 : 0;
        }
    }

    private int receive() throws IOException {
        incoming.clear();
        int count = wire.read(incoming);
        try {
            offer(count);
            return count;
        } catch (IOException e) {
            throw fail(e);
        }
    }

    private void offer(int count) throws IOException {
        synchronized (protocol) {
            if (count < 0) {
                ended = true;
                return;
            }
            if (first.length < FIRST_BYTES && protocol.isHandshaking()) {
                first = append(first, Arrays.copyOf(incoming.array(), Math.min(count, FIRST_BYTES)));
            }
            protocol.offerInput(incoming.array(), 0, count);
        }
    }

    private static byte[] append(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /** Tells the peer, as far as it listens, and closes. */
    private TlsFailure fail(IOException e) throws IOException {
        TlsFailure failure = new Reasons(first).of(e);
        try {
            flushUnlessWriting();
        } catch (IOException unheard) {
            failure.addSuppressed(unheard);
        } finally {
            wire.close();
        }
        return failure;
    }

    /**
     * Writes bytes.
     *
     * @return how many were taken: all of them where the wire waits
     */
    public int write(byte[] source, int offset, int length) throws IOException {
        int taken = 0;
        writing.lock();
        try {
            while (taken < length && drain()) {
                int count = Math.min(CHUNK, length - taken);
                encrypt(source, offset + taken, count);
                taken += count;
            }
            boolean ignored = drain();
        } finally {
            writing.unlock();
        }
        flushUnlessWriting();
        return taken;
    }

    private void encrypt(byte[] source, int offset, int count) throws IOException {
        synchronized (protocol) {
            if (closed || protocol.isClosed()) {
                throw new EOFException("the TLS connection is closed");
            }
            protocol.writeApplicationData(source, offset, count);
        }
    }

    /** Sends an answer to the peer, unless a writer is at it, who looks for one before it leaves. */
    private void flushUnlessWriting() throws IOException {
        do {
            if (!writing.tryLock()) {
                return;
            }
            try {
                if (!drain()) {
                    return;
                }
            } finally {
                writing.unlock();
            }
        } while (hasOutput());
    }

    private boolean hasOutput() {
        synchronized (protocol) {
            return protocol.getAvailableOutputBytes() > 0;
        }
    }

    /** Whether all records are on the wire. */
    private boolean drain() throws IOException {
        while (outgoing.hasRemaining() || fill()) {
            wire.write(outgoing);
            if (outgoing.hasRemaining()) {
                return false;
            }
        }
        return true;
    }

    private boolean fill() {
        synchronized (protocol) {
            int count = Math.min(protocol.getAvailableOutputBytes(), outgoing.capacity());
            int read = protocol.readOutput(outgoing.array(), 0, count);
            outgoing.position(0).limit(read);
            return read > 0;
        }
    }

    /** Says farewell, unless a writer is stuck, and closes what is below. */
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            synchronized (protocol) {
                if (started && !protocol.isClosed()) {
                    protocol.close();
                }
            }
            flushUnlessWriting();
        } catch (IOException e) {
            // The peer is gone already.
        } finally {
            wire.close();
        }
    }
}
