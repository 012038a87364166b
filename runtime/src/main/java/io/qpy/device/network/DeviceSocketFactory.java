package io.qpy.device.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Makes the TCP sockets that client libraries use; each goes where {@link Network} routes it. */
final class DeviceSocketFactory extends SocketFactory {
    private final Network network;
    private final int writeMillis;

    DeviceSocketFactory(Network network, int writeMillis) {
        this.network = network;
        this.writeMillis = writeMillis;
    }

    @Override
    public Socket createSocket() {
        return network.keep(new DeviceSocket(network, writeMillis));
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
}
