package io.qpy.pymodules.request;

import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Gives OkHttp the one socket of a request; OkHttp asks for unconnected ones only. */
final class OneSocket extends SocketFactory {
    private final WireSocket socket;

    OneSocket(WireSocket socket) {
        this.socket = socket;
    }

    @Override
    public Socket createSocket() {
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }
}
