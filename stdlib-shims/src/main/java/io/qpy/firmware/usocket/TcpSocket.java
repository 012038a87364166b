package io.qpy.firmware.usocket;

import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.DeviceError;
import io.qpy.device.Errno;
import io.qpy.device.flash.Stream;
import io.qpy.device.network.DeviceChannels;
import io.qpy.device.network.LocalPorts;
import io.qpy.device.network.Network;
import io.qpy.device.time.Line;
import io.qpy.module.Exposed;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.List;

/** The host of one TCP socket: at first neither connected nor listening. */
final class TcpSocket implements Stream, Pollable, Network.Link, Closeable {
    private static final int CLOSED = 0; // states as getsocketsta() tells them (facts.md 10.4)
    private static final int LISTEN = 1;
    private static final int SYN_SENT = 2;
    private static final int ESTABLISHED = 4;
    private static final int CLOSE_WAIT = 7;

    private static final int MOST_AT_ONCE = 1 << 16; // bytes that one recv() gets

    private final Device device;
    private final Patience patience;
    private final Readiness readiness;
    private volatile Ahead ahead = new Ahead(Line.UNCOUNTED);
    private volatile Line line = Line.UNCOUNTED;
    private int localPort;
    private boolean keepsAlive;
    private InetSocketAddress peer;
    private volatile SocketChannel channel;
    private volatile Listener listener;
    private LocalPorts.Claim claim; // null while no port was asked for
    private SocketChannel reservation; // of this PC's port, until it is listened on or connected from
    private volatile IOException broken;
    private volatile boolean closed;

    TcpSocket(Device device) {
        this.device = device;
        this.patience = new Patience(device.time());
        this.readiness = new Readiness(device);
        device.network().keep(this);
    }

    private TcpSocket accepted(SocketChannel channel) throws IOException {
        TcpSocket socket = new TcpSocket(device);
        socket.claim = claim == null ? null : claim.accepted();
        socket.use(device.network().channels().accepted(channel));
        socket.peer = (InetSocketAddress) channel.getRemoteAddress();
        return socket;
    }

    private void use(DeviceChannels.Opened opened) {
        channel = opened.channel();
        line = opened.line();
        ahead = new Ahead(line);
    }

    /** Takes the port to listen on, or to connect from; 0 for any. */
    @Exposed
    void bind(int port, boolean reuses) {
        requireOpen();
        if (channel != null || listener != null) {
            throw DeviceError.os(Errno.EINVAL);
        }
        release();
        localPort = port;
        try {
            claim = port == 0 ? null : device.network().ports().claim(port, reuses);
            reservation = claim == null || claim.isShared()
                    ? null
                    : device.network().channels().reserve(port);
        } catch (IOException e) {
            release();
            device.notices().say(Code.NO_BIND, "usocket: the script cannot bind port " + port + ": " + e.getMessage());
            throw SocketFailure.of(e);
        }
    }

    private void release() {
        quietly(reservation);
        reservation = null;
        if (claim != null) {
            claim.close();
            claim = null;
        }
    }

    private static void quietly(Closeable closeable) {
        try {
            if (closeable != null) {
                closeable.close();
            }
        } catch (IOException e) {
            // It is of no more use either way.
        }
    }

    @Exposed
    void listen(int backlog) {
        requireOpen();
        if (listener != null) {
            return; // lwIP takes another backlog then
        }
        if (channel != null) {
            throw DeviceError.os(Errno.ENOTCONN);
        }
        try {
            if (claim != null) {
                claim.listen();
            }
            quietly(reservation);
            listener = new Listener(device, localPort, backlog);
        } catch (IOException e) {
            device.notices()
                    .say(
                            Code.NO_BIND,
                            "usocket: the script cannot listen on port " + localPort + ": " + e.getMessage());
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
                    TcpSocket socket = accepted(client);
                    return List.of(socket, socket.peer.getAddress().getHostAddress(), socket.peer.getPort());
                }
                await(selector -> register(selector, IN), deadline);
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
        quietly(reservation);
        try {
            use(device.network().channels().connect(peer, localPort));
            applyKeepAlive();
            finishConnecting(deadline);
        } catch (IOException e) {
            device.notices()
                    .say(
                            Code.ofConnecting(e),
                            "usocket: no connection to " + host + ":" + port + ": " + e.getMessage());
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
        if (current != null || listener != null) {
            boolean pending = current != null && current.isConnectionPending();
            throw DeviceError.os(pending ? Errno.EALREADY : Errno.EISCONN);
        }
        broken = null;
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
                if (count < 0 && !device.network().isOnline()) {
                    throw lostNetwork(); // the peer may be this device's too, and lose it first
                }
                if (count != 0 || !target.hasRemaining()) {
                    return count;
                }
                await(Readiness.in(from, SelectionKey.OP_READ), deadline);
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private DeviceError failure(IOException e) {
        if (closed) {
            return SocketFailure.of(new ClosedChannelException());
        }
        return SocketFailure.of(broken == null ? e : broken);
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
            throw failure(e);
        }
    }

    /** Up to so many bytes; null at the end of what the peer sends. */
    @Exposed
    byte[] receive(int most) {
        ByteBuffer target = ByteBuffer.wrap(new byte[Math.min(most, MOST_AT_ONCE)]);
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
            if (listener != null) {
                return listener.hasClient() ? mask & IN : 0;
            }
            return channelReady(mask);
        } catch (IOException e) {
            broken = e;
            drop();
            return ERROR | HANG_UP;
        }
    }

    private int channelReady(int mask) throws IOException {
        SocketChannel current = channel;
        if (current == null) {
            return broken != null
                    ? (mask & (IN | OUT)) | HANG_UP
                    : (mask & OUT) | HANG_UP; // lwIP's for one never connected
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
        readiness.watch(selector);
        SocketChannel current = channel;
        if (listener != null) {
            listener.register(selector);
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
        quietly(listener);
        SocketChannel current = channel;
        if (claim != null && current != null && current.isConnected() && !ahead.sawEnd(current)) {
            claim.linger();
            claim = null;
        }
        drop();
        release();
        readiness.wake();
        device.network().forget(this);
    }

    @Override
    public void lost() {
        if (listener != null) {
            listener.suspend();
        }
        if (channel != null) {
            broken = lostNetwork();
            drop();
        }
        readiness.wake();
    }

    private static SocketException lostNetwork() {
        return new SocketException("connection abort: the device has lost its network");
    }

    @Override
    public void regained() {
        if (listener != null) {
            listener.resume();
            readiness.wake();
        }
    }
}
