package io.qpy.firmware.usocket;

import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.DeviceError;
import io.qpy.device.Errno;
import io.qpy.device.network.HostTable;
import io.qpy.device.time.Line;
import io.qpy.module.Exposed;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The host of one UDP socket. What it is bound to, this PC alone can reach; what it sends to other hosts leaves by a
 * second channel, as a packet from 127.0.0.1 cannot.
 */
final class UdpSocket implements Pollable, Closeable {
    private static final int MAX_PACKET = 65507; // bytes

    private final Device device;
    private final Patience patience;
    private final Readiness readiness;
    private final List<DatagramChannel> channels = new CopyOnWriteArrayList<>();
    private final Map<SocketAddress, InetSocketAddress> seen = new ConcurrentHashMap<>();
    private final Map<SocketAddress, Line> lines = new ConcurrentHashMap<>();
    private DatagramChannel bound;
    private DatagramChannel outside;
    private InetSocketAddress peer;
    private volatile boolean closed;

    UdpSocket(Device device) {
        this.device = device;
        this.patience = new Patience(device.time());
        this.readiness = new Readiness(device);
        device.network().keep(this);
    }

    @Exposed
    void bind(int port, boolean reuses) {
        try {
            requireOpen();
            DatagramChannel channel = device.network().channels().datagramsAt(port, reuses);
            unbind();
            bound = channel;
            channels.add(bound);
        } catch (IOException e) {
            device.notices()
                    .say(Code.NO_BIND, "usocket: the script cannot bind UDP port " + port + ": " + e.getMessage());
            throw SocketFailure.of(e);
        }
    }

    private void unbind() throws IOException {
        if (bound != null) {
            channels.remove(bound);
            bound.close();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw DeviceError.os(Errno.EBADF);
        }
    }

    /** Where send() sends. */
    @Exposed
    void connect(String host, int port) {
        requireOpen();
        peer = new Names(device).address(host, port);
    }

    @Exposed
    int sendTo(byte[] bytes, String host, int port) {
        requireOpen();
        return send(bytes, new Names(device).address(host, port));
    }

    @Exposed
    int send(byte[] bytes) {
        requireOpen();
        if (peer == null) {
            throw DeviceError.os(Errno.ENOTCONN);
        }
        return send(bytes, peer);
    }

    private int send(byte[] bytes, InetSocketAddress target) {
        try {
            InetSocketAddress real = device.network().channels().route(target, HostTable.Transport.UDP);
            seen.put(real, target);
            DatagramChannel channel = real.getAddress().isLoopbackAddress() && bound != null ? bound : outside();
            Line line = line(channel, real);
            channel.send(ByteBuffer.wrap(bytes), real);
            line.sent(1);
            return bytes.length;
        } catch (IOException e) {
            device.notices()
                    .say(
                            Code.ofConnecting(e),
                            "usocket: a packet to " + target.getAddress().getHostAddress() + ":" + target.getPort()
                                    + " cannot be sent: " + e.getMessage());
            throw SocketFailure.of(e);
        }
    }

    private synchronized Line line(DatagramChannel channel, InetSocketAddress real) throws IOException {
        Line line = lines.get(real);
        if (line == null) {
            line = device.network().channels().line(channel, real);
            lines.put(real, line);
        }
        return line;
    }

    private synchronized DatagramChannel outside() throws IOException {
        if (outside == null) {
            outside = device.network().channels().datagrams();
            channels.add(outside);
        }
        return outside;
    }

    /** {@code [bytes, ip, port]} of the next packet, cut to so many bytes. */
    @Exposed
    List<Object> receiveFrom(int most) {
        long deadline = patience.deadline();
        ByteBuffer packet = ByteBuffer.wrap(new byte[MAX_PACKET]);
        patience.takeTurn(device.waits());
        try {
            while (true) {
                requireOpen();
                InetSocketAddress from = next(packet);
                if (from != null) {
                    byte[] bytes = Arrays.copyOf(packet.array(), Math.min(most, packet.position()));
                    return List.of(bytes, from.getAddress().getHostAddress(), from.getPort());
                }
                patience.await(readiness, selector -> register(selector, IN), deadline);
            }
        } catch (IOException e) {
            throw SocketFailure.of(closed ? new ClosedChannelException() : e);
        }
    }

    private InetSocketAddress next(ByteBuffer packet) throws IOException {
        if (channels.isEmpty()) {
            DatagramChannel ignored = outside();
        }
        for (DatagramChannel each : channels) {
            SocketAddress from = each.receive(packet);
            if (from != null && !device.network().isOnline()) {
                packet.clear(); // it was lost on its way
            } else if (from != null) {
                lines.getOrDefault(from, Line.UNCOUNTED).received(1);
                return seen.getOrDefault(from, (InetSocketAddress) from);
            }
        }
        return null;
    }

    /** Seconds; 0 does not wait, less than 0 waits without end. */
    @Exposed
    void setTimeout(double seconds) {
        patience.set(seconds);
    }

    @Exposed
    int tcpState() {
        return closed ? -1 : 0;
    }

    @Override
    public int ready(int mask) {
        if (closed) {
            return ERROR;
        }
        try (Selector selector = Selector.open()) {
            register(selector, IN);
            boolean arrived = selector.selectNow() > 0 && device.network().isOnline();
            return (arrived ? mask & IN : 0) | (mask & OUT);
        } catch (IOException e) {
            return ERROR;
        }
    }

    @Override
    public void register(Selector selector, int mask) throws IOException {
        for (DatagramChannel each : channels) {
            each.register(selector, SelectionKey.OP_READ);
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
        channels.forEach(SocketFailure::closeAnyway);
        lines.values().forEach(Line::close);
        readiness.wake();
        device.network().forget(this);
    }
}
