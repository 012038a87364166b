package io.qpy.device.network;

import io.qpy.device.Code;
import io.qpy.device.Notices;
import io.qpy.device.time.Line;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The channels below {@code usocket}, none of which blocks. They go where {@link Network} routes them. What a script
 * listens on is open to this PC only, whatever address it binds.
 */
public final class DeviceChannels {
    private final Network network;
    private final Notices notices;
    private final Map<Integer, ServerSocketChannel> listening = new ConcurrentHashMap<>();
    private final Set<DatagramChannel> datagrams = ConcurrentHashMap.newKeySet();

    DeviceChannels(Network network, Notices notices) {
        this.network = network;
        this.notices = notices;
    }

    /** A TCP channel, and its line. */
    public record Opened(SocketChannel channel, Line line) {}

    /**
     * A TCP channel on its way to a peer, connected or not yet.
     *
     * @param localPort 0 for any
     */
    public Opened connect(InetSocketAddress target, int localPort) throws IOException {
        InetSocketAddress real = route(target, HostTable.Transport.TCP);
        SocketChannel channel = SocketChannel.open();
        Line line = Line.UNCOUNTED;
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true); // else small messages wait 40 ms for each other
            channel.bind(new InetSocketAddress(localPort));
            line = network.time().line(channel, real);
            channel.connect(real);
            return new Opened(channel, line);
        } catch (IOException | RuntimeException e) {
            channel.close();
            line.abandon();
            throw e;
        }
    }

    /** A connection that a listener has accepted. */
    public Opened accepted(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        return new Opened(channel, network.time().accepted(channel, (InetSocketAddress) channel.getRemoteAddress()));
    }

    /** The line of a UDP channel to a peer where it really is. */
    public Line line(DatagramChannel channel, InetSocketAddress peer) throws IOException {
        return network.time().line(channel, peer);
    }

    /** Where a packet really goes; an address of the device's own leads to what its scripts listen on. */
    public InetSocketAddress route(InetSocketAddress target, HostTable.Transport transport) throws IOException {
        if (target.isUnresolved() || !isOwn(target.getAddress())) {
            return network.route(target, transport);
        }
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), ownPort(target.getPort(), transport));
    }

    /** The PC's port behind one of the device's own; nothing else of the PC is behind them. */
    private int ownPort(int port, HostTable.Transport transport) throws IOException {
        ServerSocketChannel listener = listening.get(port);
        if (transport == HostTable.Transport.TCP && listener != null && listener.isOpen()) {
            return portOf(listener);
        }
        if (!listensAt(port, transport)) {
            throw new ConnectException("nothing on this device listens on port " + port);
        }
        return port;
    }

    /** Whether the script itself listens on a port of this PC. */
    boolean listensAt(int port, HostTable.Transport transport) throws IOException {
        if (transport == HostTable.Transport.TCP) {
            for (ServerSocketChannel each : listening.values()) {
                if (each.isOpen() && portOf(each) == port) {
                    return true;
                }
            }
            return false;
        }
        for (DatagramChannel each : datagrams) {
            if (each.isOpen() && portOf(each) == port) {
                return true;
            }
        }
        return false;
    }

    private static int portOf(NetworkChannel channel) throws IOException {
        return channel.getLocalAddress() instanceof InetSocketAddress address ? address.getPort() : -1;
    }

    private DatagramChannel kept(DatagramChannel channel) {
        datagrams.removeIf(each -> !each.isOpen());
        datagrams.add(channel);
        return channel;
    }

    /** The addresses that {@code dataCall.getInfo()} gives, 10.91.44.177 and on. */
    private static boolean isOwn(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 && bytes[0] == 10 && bytes[1] == 91 && bytes[2] == 44;
    }

    /** A channel that accepts connections from this PC; on another port where the PC does not give the one wanted. */
    public ServerSocketChannel listen(int port, int backlog) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.configureBlocking(false);
            bind(channel, port, backlog);
            int real = ((InetSocketAddress) channel.getLocalAddress()).getPort();
            listening.put(port == 0 ? real : port, channel);
            network.time().listening(real);
            notices.say(
                    Code.LISTENS,
                    "usocket: the script listens on 127.0.0.1:" + real
                            + (real == port || port == 0
                                    ? ""
                                    : ", in place of port " + port + ", which takes privileges")
                            + "; this PC only can reach it");
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Listens again on the real port that {@link #listen} found. */
    public ServerSocketChannel listenAgain(int real, int backlog) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.configureBlocking(false);
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), real), backlog);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Keeps a TCP port of this PC's that nobody listens on yet; null for a port that takes privileges.
     *
     * @throws BindException when another program has it
     */
    public SocketChannel reserve(int port) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(
                    StandardSocketOptions.SO_REUSEADDR, true); // what this PC's connections have left does not count
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return channel;
        } catch (BindException e) {
            channel.close();
            if (isPrivileged(e)) {
                return null;
            }
            throw e;
        }
    }

    private static void bind(ServerSocketChannel channel, int port, int backlog) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try {
            channel.bind(new InetSocketAddress(here, port), backlog);
        } catch (BindException e) {
            if (!isPrivileged(e)) {
                throw e;
            }
            channel.bind(new InetSocketAddress(here, 0), backlog);
        }
    }

    private static boolean isPrivileged(BindException e) {
        return String.valueOf(e.getMessage()).contains("Permission denied");
    }

    /** A UDP channel that reaches any host, on a port of its own. */
    public DatagramChannel datagrams() throws IOException {
        DatagramChannel channel = DatagramChannel.open(java.net.StandardProtocolFamily.INET);
        channel.configureBlocking(false);
        channel.bind(new InetSocketAddress(0));
        return kept(channel);
    }

    /** A UDP channel that this PC reaches on a port. */
    public DatagramChannel datagramsAt(int port, boolean reuses) throws IOException {
        DatagramChannel channel = DatagramChannel.open(java.net.StandardProtocolFamily.INET);
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, reuses);
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return kept(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
