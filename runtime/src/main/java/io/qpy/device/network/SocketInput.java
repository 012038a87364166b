package io.qpy.device.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;

/** What a client library reads from its connection. */
final class SocketInput extends InputStream {
    private static final int BUFFER_BYTES = 8192;

    /** As much as is read at once: the JDK keeps a buffer of this size outside of the heap for each thread. */
    private static final int MOST_BYTES = 1 << 17;

    private final SocketEnd end;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
    private volatile int timeoutMillis;

    SocketInput(SocketEnd end) {
        this.end = end;
    }

    /** How long a read may wait; 0 waits without end. */
    void timeout(int millis) {
        timeoutMillis = millis;
    }

    int timeout() {
        return timeoutMillis;
    }

    @Override
    public int read() throws IOException {
        return fill() < 0 ? -1 : buffer.get() & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (length >= BUFFER_BYTES && !buffer.hasRemaining()) {
            return receive(ByteBuffer.wrap(target, offset, Math.min(length, MOST_BYTES)));
        }
        if (fill() < 0) {
            return -1;
        }
        int count = Math.min(length, buffer.remaining());
        buffer.get(target, offset, count);
        return count;
    }

    @Override
    public int available() {
        return buffer.remaining();
    }

    /** Waits until something is in the buffer; -1 at the end. */
    private int fill() throws IOException {
        if (buffer.hasRemaining()) {
            return buffer.remaining();
        }
        try {
            return receive(buffer.clear());
        } finally {
            buffer.flip();
        }
    }

    /** Waits for some bytes, and takes what has come; -1 at the end. */
    private int receive(ByteBuffer target) throws IOException {
        long moment = end.deadline(timeoutMillis);
        end.awaitVoice(moment, "Read timed out");
        end.takeTurn(); // also where it need not wait, or an answer that came sooner would change the order of things
        while (true) {
            int count = receiveNow(target);
            if (count != 0) {
                end.line().received(count);
                return count;
            }
            acknowledge();
            end.awaitReading(moment);
            end.awaitVoice(moment, "Read timed out");
        }
    }

    /** Lets Linux tell the peer at once what has come: one that waits for that with its next message would wait 40 ms. */
    private void acknowledge() throws IOException {
        SocketChannel channel = end.channel();
        if (channel.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
            try {
                channel.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
            } catch (ClosedChannelException e) {
                throw SocketEnd.socketClosed(e);
            }
        }
    }

    private int receiveNow(ByteBuffer target) throws IOException {
        try {
            return end.channel().read(target);
        } catch (ClosedChannelException e) {
            throw SocketEnd.socketClosed(e);
        }
    }

    @Override
    public void close() throws IOException {
        end.close();
    }
}
