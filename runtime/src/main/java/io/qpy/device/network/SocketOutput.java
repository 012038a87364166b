package io.qpy.device.network;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;

/** What a client library writes to its connection. */
final class SocketOutput extends OutputStream {
    private final SocketEnd end;
    private final int timeoutMillis;

    /** @param timeoutMillis how long a write may wait for the peer to read its next byte; 0 waits without end */
    SocketOutput(SocketEnd end, int timeoutMillis) {
        this.end = end;
        this.timeoutMillis = timeoutMillis;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        end.delay(length);
        if (end.isSilent()) {
            return; // nobody hears it
        }
        ByteBuffer bytes = ByteBuffer.wrap(source, offset, length);
        while (bytes.hasRemaining()) {
            int count = send(bytes);
            if (count == 0) {
                end.awaitWriting(end.deadline(timeoutMillis));
            } else {
                end.line().sent(count);
            }
        }
    }

    private int send(ByteBuffer bytes) throws IOException {
        try {
            return end.channel().write(bytes);
        } catch (ClosedChannelException e) {
            throw SocketEnd.socketClosed(e);
        }
    }

    @Override
    public void close() throws IOException {
        end.close();
    }
}
