package io.qpy.firmware.usocket;

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
        return channel == null ? null : channel.accept();
    }

    synchronized void register(Selector selector) throws IOException {
        if (channel != null) {
            channel.register(selector, SelectionKey.OP_ACCEPT);
        }
    }

    boolean hasClient() throws IOException {
        try (Selector selector = Selector.open()) {
            register(selector);
            return selector.selectNow() > 0;
        }
    }

    synchronized void suspend() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // It is of no more use either way.
        }
        channel = null;
    }

    synchronized void resume() {
        if (closed || channel != null) {
            return;
        }
        try {
            channel = device.network().channels().listenAgain(realPort, backlog);
        } catch (IOException e) {
            device.notices()
                    .say("usocket: the script no longer listens on 127.0.0.1:" + realPort + ": " + e.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        suspend();
        closed = true;
    }
}
