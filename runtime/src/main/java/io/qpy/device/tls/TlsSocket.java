package io.qpy.device.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;

/** TLS over a connected socket, for client libraries. Closing the one closes the other. */
public final class TlsSocket extends Socket {
    private final Socket below;
    private final TlsConnection connection;

    TlsSocket(Socket below, TlsConnection connection) {
        this.below = below;
        this.connection = connection;
    }

    /** Completes the handshake; the socket's time-out holds for each wait in it. */
    public void startHandshake() throws IOException {
        boolean ignored = connection.handshake(); // a socket waits, so it is complete
    }

    public TlsSessionInfo session() {
        return connection.session();
    }

    @Override
    public InputStream getInputStream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return connection.read(target, offset, length);
            }

            @Override
            public int available() {
                return connection.hasPending() ? 1 : 0;
            }

            @Override
            public void close() throws IOException {
                TlsSocket.this.close();
            }
        };
    }

    @Override
    public OutputStream getOutputStream() {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] source, int offset, int length) throws IOException {
                connection.write(source, offset, length);
            }

            @Override
            public void close() throws IOException {
                TlsSocket.this.close();
            }
        };
    }

    @Override
    public synchronized void setSoTimeout(int millis) throws SocketException {
        below.setSoTimeout(millis);
    }

    @Override
    public synchronized int getSoTimeout() throws SocketException {
        return below.getSoTimeout();
    }

    @Override
    public boolean isConnected() {
        return below.isConnected();
    }

    @Override
    public boolean isClosed() {
        return below.isClosed();
    }

    @Override
    public InetAddress getInetAddress() {
        return below.getInetAddress();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return below.getRemoteSocketAddress();
    }

    @Override
    public synchronized void close() throws IOException {
        connection.close();
    }
}
