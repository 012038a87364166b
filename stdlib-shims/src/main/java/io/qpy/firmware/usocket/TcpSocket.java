package io.qpy.firmware.usocket;

import io.qpy.device.Device;
import io.qpy.device.DeviceChannels;
import io.qpy.device.DeviceError;
import io.qpy.device.Errno;
import io.qpy.device.Stream;
import io.qpy.device.time.Line;
import io.qpy.module.Exposed;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.List;

/** The host of one TCP socket: at first neither connected nor listening. */
final class TcpSocket implements Stream, Pollable, Closeable {
    private static final int CLOSED = 0; // states as getsocketsta() tells them (facts.md 10.4)
    private static final int LISTEN = 1;
    private static final int SYN_SENT = 2;
    private static final int ESTABLISHED = 4;
    private static final int CLOSE_WAIT = 7;

    private final Device device;
    private final Patience patience;
    private final Readiness readiness;
    private volatile Ahead ahead = new Ahead(Line.UNCOUNTED);
    private volatile Line line = Line.UNCOUNTED;
    private int localPort;
    private boolean keepsAlive;
    private InetSocketAddress peer;
    private volatile SocketChannel channel;
    private volatile ServerSocketChannel listener;
    private volatile IOException broken;
    private volatile boolean closed;

    TcpSocket(Device device) {
        this.device = device;
        this.patience = new Patience(device.time());
        this.readiness = new Readiness(device);
        device.network().keep(this);
    }

    private static TcpSocket accepted(Device device, SocketChannel channel) throws IOException {
        TcpSocket socket = new TcpSocket(device);
        socket.use(device.network().channels().accepted(channel));
        socket.peer = (InetSocketAddress) channel.getRemoteAddress();
        return socket;
    }

    private void use(DeviceChannels.Opened opened) {
        channel = opened.channel();
        line = opened.line();
        ahead = new Ahead(line);
    }

    /** Remembers the port to listen on, or to connect from. */
    @Exposed
    void bind(int port) {
        localPort = port;
    }

    @Exposed
    void listen(int backlog) {
        try {
            requireOpen();
            listener = device.network().channels().listen(localPort, Math.max(1, backlog));
        } catch (IOException e) {
            device.notices().say("usocket: the script cannot listen on port " + localPort + ": " + e.getMessage());
            throw SocketFailure.of(e);
        }
    }

    /** {@code [socket, ip, port]} of the next client. */
    @Exposed
    List<Object> accept() {
        long deadline = patience.deadline();
        try {
            while (true) {
                requireOpen();
                if (listener == null) {
                    throw DeviceError.os(Errno.EINVAL);
                }
                SocketChannel client = listener.accept();
                if (client != null) {
                    TcpSocket socket = accepted(device, client);
                    return List.of(socket, socket.peer.getAddress().getHostAddress(), socket.peer.getPort());
                }
                await(Readiness.in(listener, SelectionKey.OP_ACCEPT), deadline);
            }
        } catch (IOException e) {
            throw SocketFailure.of(e);
        }
    }

    private void await(Readiness.Interest interest, long deadline) {
        if (!patience.waits() || !readiness.await(interest, deadline)) {
            throw patience.exhausted();
        }
    }

    @Exposed
    void connect(String host, int port) {
        requireNew();
        peer = new Names(device).address(host, port);
        long deadline = patience.deadline();
        try {
            use(device.network().channels().connect(peer, localPort));
            applyKeepAlive();
            finishConnecting(deadline);
        } catch (IOException e) {
            device.notices().say("usocket: no connection to " + host + ":" + port + ": " + e.getMessage());
            drop();
            throw SocketFailure.of(e);
        } catch (DeviceError e) {
            if (patience.waits()) {
                drop();
            }
            throw e;
        }
    }

    private void requireNew() {
        requireOpen();
        SocketChannel current = channel;
        if (current != null) {
            throw DeviceError.os(current.isConnectionPending() ? Errno.EALREADY : Errno.EISCONN);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw DeviceError.os(Errno.EBADF);
        }
    }

    private void finishConnecting(long deadline) throws IOException {
        while (!channel.finishConnect()) {
            if (!patience.waits()) {
                throw DeviceError.os(Errno.EINPROGRESS);
            }
            await(Readiness.in(channel, SelectionKey.OP_CONNECT), deadline);
        }
    }

    /** After a failure the script may try again with the same socket. */
    private void drop() {
        SocketChannel failed = channel;
        channel = null;
        try {
            if (failed != null) {
                boolean connected = failed.isConnected();
                failed.close();
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

    /** The connected channel; one that is still connecting is waited for. */
    private SocketChannel connected(long deadline) throws IOException {
        requireOpen();
        SocketChannel current = channel;
        if (current == null) {
            throw broken == null ? DeviceError.os(Errno.ENOTCONN) : SocketFailure.of(broken);
        }
        while (!current.finishConnect()) {
            await(Readiness.in(current, SelectionKey.OP_CONNECT), deadline);
        }
        return current;
    }

    @Override
    public int read(ByteBuffer target) {
        long deadline = patience.deadline();
        try {
            SocketChannel from = connected(deadline);
            while (true) {
                int count = ahead.read(from, target);
                if (count != 0 || !target.hasRemaining()) {
                    return count;
                }
                await(Readiness.in(from, SelectionKey.OP_READ), deadline);
            }
        } catch (IOException e) {
            throw SocketFailure.of(closed ? new ClosedChannelException() : e);
        }
    }

    @Override
    public int write(ByteBuffer source) {
        long deadline = patience.deadline();
        try {
            SocketChannel to = connected(deadline);
            while (true) {
                int count = to.write(source);
                line.sent(count);
                if (count != 0 || !source.hasRemaining()) {
                    return count;
                }
                await(Readiness.in(to, SelectionKey.OP_WRITE), deadline);
            }
        } catch (IOException e) {
            throw SocketFailure.of(closed ? new ClosedChannelException() : e);
        }
    }

    /** Up to so many bytes; null at the end of what the peer sends. */
    @Exposed
    byte[] receive(int most) {
        ByteBuffer target = ByteBuffer.wrap(new byte[most]);
        int count = read(target);
        return count < 0 ? null : Arrays.copyOf(target.array(), count);
    }

    /** How many bytes went out before the time was up: all of them, unless the peer does not read. */
    @Exposed
    int send(byte[] bytes) {
        ByteBuffer source = ByteBuffer.wrap(bytes);
        try {
            while (source.hasRemaining()) {
                write(source);
            }
        } catch (DeviceError e) {
            if (source.position() == 0 || !(e.isOs(Errno.ETIMEDOUT) || e.isOs(Errno.EAGAIN))) {
                throw e;
            }
        }
        return source.position();
    }

    /** Seconds; 0 does not wait, less than 0 waits for ever. */
    @Exposed
    void setTimeout(double seconds) {
        patience.set(seconds);
    }

    @Override
    public void setBlocking(boolean blocking) {
        patience.set(blocking ? -1 : 0);
    }

    /** Has TCP ask whether the peer is still there. The PC's own times hold for it. */
    @Exposed
    void keepAlive() {
        keepsAlive = true;
        try {
            applyKeepAlive();
        } catch (IOException e) {
            throw SocketFailure.of(e);
        }
    }

    private void applyKeepAlive() throws IOException {
        if (keepsAlive && channel != null) {
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        }
    }

    /** {@code ip:port}. */
    @Exposed
    String peerAddress() {
        return peer();
    }

    @Exposed
    int tcpState() {
        return state();
    }

    @Override
    public int state() {
        SocketChannel current = channel;
        if (closed) {
            return -1;
        }
        if (listener != null) {
            return LISTEN;
        }
        if (current == null) {
            return CLOSED;
        }
        if (!current.isConnected()) {
            return SYN_SENT;
        }
        return ahead.sawEnd(current) ? CLOSE_WAIT : ESTABLISHED;
    }

    @Override
    public String peer() {
        return peer == null ? "nobody" : peer.getAddress().getHostAddress() + ":" + peer.getPort();
    }

    @Override
    public int ready(int mask) {
        if (closed) {
            return ERROR;
        }
        try {
            return listener != null ? listenerReady(mask) : channelReady(mask);
        } catch (IOException e) {
            broken = e;
            drop();
            return ERROR | HANG_UP;
        }
    }

    private int listenerReady(int mask) throws IOException {
        try (Selector selector = Selector.open()) {
            register(selector, mask);
            return selector.selectNow() > 0 ? mask & IN : 0;
        }
    }

    private int channelReady(int mask) throws IOException {
        SocketChannel current = channel;
        if (current == null) {
            return (mask & OUT) | HANG_UP; // lwIP's answer for a socket that was never connected
        }
        if (!current.finishConnect()) {
            return 0;
        }
        int ready = ahead.hasSomething(current) ? mask & IN : 0;
        if ((mask & OUT) != 0) {
            try (Selector selector = Selector.open()) {
                current.register(selector, SelectionKey.OP_WRITE);
                ready |= selector.selectNow() > 0 ? OUT : 0;
            }
        }
        return ready;
    }

    @Override
    public void register(Selector selector, int mask) throws IOException {
        SocketChannel current = channel;
        if (listener != null) {
            listener.register(selector, SelectionKey.OP_ACCEPT);
        } else if (current != null) {
            current.register(selector, current.isConnected() ? operations(mask) : SelectionKey.OP_CONNECT);
        }
    }

    private static int operations(int mask) {
        return ((mask & IN) != 0 ? SelectionKey.OP_READ : 0) | ((mask & OUT) != 0 ? SelectionKey.OP_WRITE : 0);
    }

    @Exposed
    void shut() {
        close();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (listener != null) {
                listener.close();
            }
        } catch (IOException e) {
            // It is of no more use either way.
        }
        drop();
        readiness.wake();
        device.network().forget(this);
    }
}
