package io.qpy.firmware.usocket;

import io.qpy.device.Code;
import io.qpy.device.Device;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** The port that a socket listens on. While the device has no network, nobody can connect to it. */
final class Listener implements Closeable {
    private final Device device;
    private final int backlog;
    private final int realPort;
    private ServerSocketChannel channel; // null while the device is offline
    private SocketChannel ahead; // a client that was found when somebody looked whether there is one
    private boolean closed;

    Listener(Device device, int port, int backlog) throws IOException {
        this.device = device;
        this.backlog = Math.max(1, backlog);
        channel = device.network().channels().listen(port, this.backlog);
        realPort = ((InetSocketAddress) channel.getLocalAddress()).getPort();
        if (!device.network().isOnline()) {
            suspend();
        }
    }

    /** The next client, or null. */
    synchronized SocketChannel accept() throws IOException {
        SocketChannel client = ahead != null || channel == null ? ahead : channel.accept();
        ahead = null;
        return client;
    }

    synchronized void register(Selector selector) throws IOException {
        if (channel != null) {
            channel.register(selector, SelectionKey.OP_ACCEPT);
        }
    }

    synchronized boolean hasClient() throws IOException {
        ahead = accept();
        return ahead != null;
    }

    synchronized void suspend() {
        SocketFailure.closeAnyway(channel);
        SocketFailure.closeAnyway(ahead);
        channel = null;
        ahead = null;
    }

    synchronized void resume() {
        if (closed || channel != null) {
            return;
        }
        try {
            channel = device.network().channels().listenAgain(realPort, backlog);
        } catch (IOException e) {
            device.notices()
                    .say(
                            Code.NO_BIND,
                            "usocket: the script no longer listens on 127.0.0.1:" + realPort + ": " + e.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        suspend();
        closed = true;
    }
}
