package io.qpy.firmware.usocket;

import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.DeviceError;
import io.qpy.device.Errno;
import io.qpy.device.network.Network;
import io.qpy.device.network.Stream;
import io.qpy.module.Exposed;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.List;

/** The host of one TCP socket: at first neither connected nor listening. */
final class TcpSocket implements Stream, Pollable, Network.Link, Closeable {
    private static final int LISTEN = 1; // of getsocketsta() (facts.md 10.4)
    private static final int MOST_AT_ONCE = 1 << 16; // bytes that one recv() gets

    private final Device device;
    private final Patience patience;
    private final Readiness readiness;
    private final BoundPort port;
    private final TcpConnection connection;
    private InetSocketAddress peer;
    private volatile Listener listener;
    private volatile boolean closed;

    TcpSocket(Device device) {
        this(device, new BoundPort(device.network()));
    }

    private TcpSocket(Device device, BoundPort port) {
        this.device = device;
        this.port = port;
        patience = new Patience(device.time());
        readiness = new Readiness(device);
        connection = new TcpConnection(device, patience, readiness);
        device.network().keep(this);
    }

    private TcpSocket accepted(SocketChannel channel) throws IOException {
        TcpSocket socket = new TcpSocket(device, port.accepted());
        socket.connection.accepted(channel);
        socket.peer = (InetSocketAddress) channel.getRemoteAddress();
        return socket;
    }

    private void requireOpen() {
        if (closed) {
            throw DeviceError.os(Errno.EBADF);
        }
    }

    /** Takes the port to listen on, or to connect from; 0 for any. */
    @Exposed
    void bind(int number, boolean reuses) {
        requireOpen();
        if (connection.isOpen() || listener != null) {
            throw DeviceError.os(Errno.EINVAL);
        }
        try {
            port.bind(number, reuses);
        } catch (IOException e) {
            throw refused("bind port " + number, e);
        }
    }

    private DeviceError refused(String what, IOException e) {
        device.notices().say(Code.NO_BIND, "usocket: the script cannot " + what + ": " + e.getMessage());
        return SocketFailure.of(e);
    }

    @Exposed
    void listen(int backlog) {
        requireOpen();
        if (listener != null) {
            return; // lwIP takes another backlog then
        }
        if (connection.isOpen()) {
            throw DeviceError.os(Errno.ENOTCONN);
        }
        try {
            port.listen();
            listener = new Listener(device, port.number(), backlog);
        } catch (IOException e) {
            throw refused("listen on port " + port.number(), e);
        }
    }

    /** {@code [socket, ip, port]} of the next client. */
    @Exposed
    List<Object> accept() {
        long deadline = patience.deadline();
        patience.takeTurn(device.waits());
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
                patience.await(readiness, selector -> register(selector, IN), deadline);
            }
        } catch (IOException e) {
            throw SocketFailure.of(e);
        }
    }

    /** Connects; after a failure the script may try again with the same socket. */
    @Exposed
    void connect(String host, int number) {
        requireOpen();
        if (listener != null) {
            throw DeviceError.os(Errno.EISCONN);
        }
        connection.requireNone();
        peer = new Names(device).address(host, number);
        long deadline = patience.deadline();
        port.connect();
        try {
            connection.connect(peer, port.number(), deadline);
        } catch (IOException e) {
            device.notices()
                    .say(
                            Code.ofConnecting(e),
                            "usocket: no connection to " + host + ":" + number + ": " + e.getMessage());
            connection.drop();
            throw SocketFailure.of(e);
        } catch (DeviceError e) {
            if (patience.waits()) {
                connection.drop();
            }
            throw e;
        }
    }

    @Override
    public int read(ByteBuffer target) {
        requireOpen();
        try {
            return connection.read(target);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public int write(ByteBuffer source) {
        requireOpen();
        try {
            return connection.write(source);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private DeviceError failure(IOException e) {
        return closed ? SocketFailure.of(new ClosedChannelException()) : connection.failure(e);
    }

    /** Up to so many bytes; null at the end of what the peer sends. */
    @Exposed
    byte[] receive(int most) {
        ByteBuffer target = ByteBuffer.wrap(new byte[Math.min(most, MOST_AT_ONCE)]);
        int count = read(target);
        return count < 0 ? null : Arrays.copyOf(target.array(), count);
    }

    /** Up to so many bytes of a line, with its end if it has come; null at the end of what the peer sends. */
    @Exposed
    byte[] receiveLine(int most) {
        requireOpen();
        ByteBuffer target = ByteBuffer.wrap(new byte[Math.min(most, MOST_AT_ONCE)]);
        try {
            int count = connection.readLine(target);
            return count < 0 ? null : Arrays.copyOf(target.array(), count);
        } catch (IOException e) {
            throw failure(e);
        }
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

    /** Seconds; 0 does not wait, less than 0 waits without end. */
    @Exposed
    void setTimeout(double seconds) {
        patience.set(seconds);
    }

    @Override
    public void setBlocking(boolean blocking) {
        patience.set(blocking ? -1 : 0);
    }

    /** Lets TCP ask whether the peer is still there. The PC's own times hold for it. */
    @Exposed
    void keepAlive() {
        try {
            connection.keepAlive();
        } catch (IOException e) {
            throw SocketFailure.of(e);
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
        if (closed) {
            return -1;
        }
        return listener != null ? LISTEN : connection.state();
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
            return connection.ready(mask);
        } catch (IOException e) {
            connection.fail(e);
            return ERROR | HANG_UP;
        }
    }

    @Override
    public void register(Selector selector, int mask) throws IOException {
        readiness.watch(selector);
        if (listener != null) {
            listener.register(selector);
        } else {
            connection.register(selector, mask);
        }
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
        SocketFailure.closeAnyway(listener);
        if (port.isClaimed() && connection.isEstablished()) {
            port.linger();
        }
        connection.drop();
        port.release();
        readiness.wake();
        device.network().forget(this);
    }

    @Override
    public void lost() {
        if (listener != null) {
            listener.suspend();
        }
        connection.lost();
        readiness.wake();
    }

    @Override
    public void regained() {
        if (listener != null) {
            listener.resume();
            readiness.wake();
        }
    }
}
