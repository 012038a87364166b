package io.qpy.device.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;

/** A TCP socket for client libraries, whose waits are the device's. */
final class DeviceSocket extends Socket implements Network.Link {
    private final SocketEnd end;
    private final SocketInput input;
    private final SocketOutput output;

    /** @param writeMillis how long a write may wait for the peer to read; 0 waits without end */
    DeviceSocket(Network network, int writeMillis) {
        end = new SocketEnd(network, this);
        input = new SocketInput(end);
        output = new SocketOutput(end, writeMillis);
    }

    @Override
    public void connect(SocketAddress target) throws IOException {
        connect(target, 0);
    }

    /** @param millis how long to wait; 0 waits without end */
    @Override
    public void connect(SocketAddress target, int millis) throws IOException {
        end.connect((InetSocketAddress) target, millis);
    }

    boolean isTo(String name) {
        return end.isTo(name);
    }

    @Override
    public InputStream getInputStream() {
        return input;
    }

    @Override
    public OutputStream getOutputStream() {
        return output;
    }

    @Override
    public synchronized void setSoTimeout(int millis) {
        input.timeout(millis);
    }

    @Override
    public synchronized int getSoTimeout() {
        return input.timeout();
    }

    @Override
    public void setTcpNoDelay(boolean on) {
        // It always is, or TLS's small messages would wait 40 ms for each other.
    }

    @Override
    public boolean isConnected() {
        SocketChannel channel = end.channel();
        return channel != null && channel.isConnected();
    }

    @Override
    public boolean isClosed() {
        return end.isClosed();
    }

    @Override
    public InetAddress getInetAddress() {
        InetSocketAddress remote = (InetSocketAddress) getRemoteSocketAddress();
        return remote == null ? null : remote.getAddress();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        try {
            SocketChannel channel = end.channel();
            return channel == null ? null : channel.getRemoteAddress();
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        end.close();
    }

    @Override
    public void lost() {
        try {
            close();
        } catch (IOException e) {
            // It is of no more use either way.
        }
    }

    @Override
    public void regained() {
        // The client library opens another.
    }
}
