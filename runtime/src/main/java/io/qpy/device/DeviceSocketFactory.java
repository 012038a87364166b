package io.qpy.device;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/** Makes the TCP sockets that client libraries use; each goes where {@link Network} routes it. */
final class DeviceSocketFactory extends SocketFactory {
    private final Network network;

    DeviceSocketFactory(Network network) {
        this.network = network;
    }

    @Override
    public Socket createSocket() {
        return network.keep(new DeviceSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(InetSocketAddress.createUnresolved(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }

    private Socket connected(InetSocketAddress target) throws IOException {
        Socket socket = createSocket();
        try {
            socket.connect(target);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private final class DeviceSocket extends Socket {
        @Override
        public void connect(SocketAddress target) throws IOException {
            connect(target, 0);
        }

        @Override
        public void connect(SocketAddress target, int timeoutMillis) throws IOException {
            super.connect(network.route((InetSocketAddress) target, HostTable.Transport.TCP), timeoutMillis);
            setTcpNoDelay(true); // else TLS's small messages wait 40 ms for each other
        }

        @Override
        public synchronized void close() throws IOException {
            super.close();
            network.forget(this);
        }
    }
}
