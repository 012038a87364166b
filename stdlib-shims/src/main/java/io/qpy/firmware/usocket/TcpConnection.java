package io.qpy.firmware.usocket;

import io.qpy.device.Device;
import io.qpy.device.DeviceError;
import io.qpy.device.Errno;
import io.qpy.device.network.DeviceChannels;
import io.qpy.device.time.Line;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** The connection of a TCP socket. At first there is none; after one has failed, another can be made. */
final class TcpConnection {
    private static final int CLOSED = 0; // states as getsocketsta() tells them (facts.md 10.4)
    private static final int SYN_SENT = 2;
    private static final int ESTABLISHED = 4;
    private static final int CLOSE_WAIT = 7;

    private final Device device;
    private final Patience patience;
    private final Readiness readiness;
    private volatile SocketChannel channel;
    private volatile Line line = Line.UNCOUNTED;
    private volatile Ahead ahead = new Ahead(Line.UNCOUNTED);
    private volatile IOException broken;
    private boolean keepsAlive;

    TcpConnection(Device device, Patience patience, Readiness readiness) {
        this.device = device;
        this.patience = patience;
        this.readiness = readiness;
    }

    boolean isOpen() {
        return channel != null;
    }

    /** Refuses a second connection. */
    void requireNone() {
        SocketChannel current = channel;
        if (current != null) {
            throw DeviceError.os(current.isConnectionPending() ? Errno.EALREADY : Errno.EISCONN);
        }
        broken = null;
    }

    /** Connects, and waits for it until the deadline; EINPROGRESS if the socket does not wait. */
    void connect(InetSocketAddress peer, int localPort, long deadline) throws IOException {
        use(device.network().channels().connect(peer, localPort));
        applyKeepAlive();
        while (!channel.finishConnect()) {
            if (!patience.waits()) {
                throw DeviceError.os(Errno.EINPROGRESS);
            }
            await(channel, SelectionKey.OP_CONNECT, deadline);
        }
    }

    /** A client that a listener has accepted. */
    void accepted(SocketChannel client) throws IOException {
        use(device.network().channels().accepted(client));
    }

    private void use(DeviceChannels.Opened opened) {
        channel = opened.channel();
        line = opened.line();
        ahead = new Ahead(line);
    }

    private void await(SocketChannel current, int operation, long deadline) {
        patience.await(readiness, Readiness.in(current, operation), deadline);
    }

    void keepAlive() throws IOException {
        keepsAlive = true;
        applyKeepAlive();
    }

    private void applyKeepAlive() throws IOException {
        if (keepsAlive && channel != null) {
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        }
    }

    /** The connected channel; one that is still connecting is waited for. */
    private SocketChannel connected(long deadline) throws IOException {
        SocketChannel current = channel;
        if (current == null) {
            throw broken == null ? DeviceError.os(Errno.ENOTCONN) : SocketFailure.of(broken);
        }
        while (!current.finishConnect()) {
            await(current, SelectionKey.OP_CONNECT, deadline);
        }
        return current;
    }

    /** Takes what is there: 0 for nothing, -1 at the end. */
    private interface Taking {
        int from(SocketChannel channel) throws IOException;
    }

    /** Reads what is there, at least a byte; -1 at the end. */
    int read(ByteBuffer target) throws IOException {
        return read(target, from -> ahead.read(from, target));
    }

    /** Reads what is there of a line, at least a byte; -1 at the end. */
    int readLine(ByteBuffer target) throws IOException {
        return read(target, from -> ahead.readLine(from, target));
    }

    private int read(ByteBuffer target, Taking taking) throws IOException {
        long deadline = patience.deadline();
        SocketChannel from = connected(deadline);
        patience.takeTurn(device.waits());
        while (true) {
            int count = taking.from(from);
            if (count < 0 && !device.network().isOnline()) {
                throw lostNetwork(); // the peer may be this device's too, and lose it first
            }
            if (count != 0 || !target.hasRemaining()) {
                return count;
            }
            await(from, SelectionKey.OP_READ, deadline);
        }
    }

    /** Writes what goes out at once, at least a byte. */
    int write(ByteBuffer source) throws IOException {
        long deadline = patience.deadline();
        SocketChannel to = connected(deadline);
        while (true) {
            int count = to.write(source);
            line.sent(count);
            if (count != 0 || !source.hasRemaining()) {
                return count;
            }
            await(to, SelectionKey.OP_WRITE, deadline);
        }
    }

    /** What a call raises that failed so; the reason why the connection broke comes first. */
    DeviceError failure(IOException e) {
        return SocketFailure.of(broken == null ? e : broken);
    }

    int state() {
        SocketChannel current = channel;
        if (current == null) {
            return CLOSED;
        }
        if (!current.isConnected()) {
            return SYN_SENT;
        }
        return ahead.sawEnd(current) ? CLOSE_WAIT : ESTABLISHED;
    }

    /** Whether it is connected, and the peer has not ended it. */
    boolean isEstablished() {
        return state() == ESTABLISHED;
    }

    /** As {@link Pollable#ready}. */
    int ready(int mask) throws IOException {
        SocketChannel current = channel;
        if (current == null) {
            return broken != null
                    ? (mask & (Pollable.IN | Pollable.OUT)) | Pollable.HANG_UP
                    : (mask & Pollable.OUT) | Pollable.HANG_UP; // lwIP's for one never connected
        }
        if (!current.finishConnect()) {
            return 0;
        }
        int ready = ahead.hasSomething(current) ? mask & Pollable.IN : 0;
        if ((mask & Pollable.OUT) != 0) {
            try (Selector selector = Selector.open()) {
                current.register(selector, SelectionKey.OP_WRITE);
                ready |= selector.selectNow() > 0 ? Pollable.OUT : 0;
            }
        }
        return ready;
    }

    void register(Selector selector, int mask) throws IOException {
        SocketChannel current = channel;
        if (current != null) {
            current.register(selector, current.isConnected() ? operations(mask) : SelectionKey.OP_CONNECT);
        }
    }

    private static int operations(int mask) {
        return ((mask & Pollable.IN) != 0 ? SelectionKey.OP_READ : 0)
                | ((mask & Pollable.OUT) != 0 ? SelectionKey.OP_WRITE : 0);
    }

    /** The device has lost its network. */
    void lost() {
        if (channel != null) {
            fail(lostNetwork());
        }
    }

    private static SocketException lostNetwork() {
        return new SocketException("connection abort: the device has lost its network");
    }

    /** It is broken: further calls raise the reason. */
    void fail(IOException reason) {
        broken = reason;
        drop();
    }

    /** Closes it. */
    void drop() {
        SocketChannel old = channel;
        channel = null;
        try {
            if (old != null) {
                boolean connected = old.isConnected();
                old.close();
                if (connected) {
                    line.close();
                } else {
                    line.abandon();
                }
            }
        } catch (IOException e) {
            // It is of no more use either way.
        }
    }
}
