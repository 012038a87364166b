package io.qpy.device.tls;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;

/** Records over a socket of a client library's, on its I/O threads. */
record SocketWire(Socket socket) implements Wire {
    @Override
    public int read(ByteBuffer target) throws IOException {
        int count = socket.getInputStream()
                .read(target.array(), target.arrayOffset() + target.position(), target.remaining());
        target.position(target.position() + Math.max(count, 0));
        return count;
    }

    @Override
    public void write(ByteBuffer source) throws IOException {
        socket.getOutputStream().write(source.array(), source.arrayOffset() + source.position(), source.remaining());
        source.position(source.limit());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
