package io.qpy.device.network;

import io.qpy.device.time.Line;
import io.qpy.device.time.Time;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A UDP socket for client libraries, which takes and gives addresses as the device sees them. */
final class DeviceDatagramSocket extends DatagramSocket {
    private final Network network;
    private final Time time;
    private final DatagramChannel channel;
    private final Selector selector = Selector.open();
    private final Map<SocketAddress, SocketAddress> deviceView = new ConcurrentHashMap<>();
    private final Map<SocketAddress, Line> lines = new ConcurrentHashMap<>();
    private volatile int timeoutMillis;

    DeviceDatagramSocket(Network network) throws IOException {
        super((SocketAddress) null);
        this.network = network;
        this.time = network.time();
        channel = network.channels().datagrams();
        channel.register(selector, SelectionKey.OP_READ);
    }

    @Override
    public synchronized void setSoTimeout(int millis) {
        timeoutMillis = millis;
    }

    @Override
    public synchronized int getSoTimeout() {
        return timeoutMillis;
    }

    @Override
    public void send(DatagramPacket packet) throws IOException {
        SocketAddress target = packet.getSocketAddress();
        InetSocketAddress real = network.route((InetSocketAddress) target, HostTable.Transport.UDP);
        deviceView.put(real, target);
        if (!lines.containsKey(real)) {
            lines.put(real, network.channels().line(channel, real));
        }
        channel.send(ByteBuffer.wrap(packet.getData(), packet.getOffset(), packet.getLength()), real);
        lines.get(real).sent(1);
    }

    @Override
    public void receive(DatagramPacket packet) throws IOException {
        long moment = timeoutMillis == 0 ? Time.FOR_EVER : time.in(Time.millis(timeoutMillis));
        ByteBuffer bytes = ByteBuffer.wrap(packet.getData(), packet.getOffset(), packet.getLength());
        takeTurn();
        SocketAddress from = channel.receive(bytes);
        while (from == null) {
            await(moment);
            from = channel.receive(bytes);
        }
        lines.getOrDefault(from, Line.UNCOUNTED).received(1);
        packet.setLength(bytes.position() - packet.getOffset());
        packet.setSocketAddress(deviceView.getOrDefault(from, from));
    }

    private void takeTurn() throws InterruptedIOException {
        try {
            boolean ignored = time.takeTurn();
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted");
        }
    }

    private void await(long moment) throws IOException {
        try {
            int ready = time.select(selector, moment);
            selector.selectedKeys().clear();
            if (ready == 0 && time.nanos() >= moment) {
                throw new SocketTimeoutException("Receive timed out");
            }
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted");
        } catch (ClosedSelectorException | ClosedChannelException e) {
            SocketException closed = new SocketException("Socket closed");
            closed.initCause(e);
            throw closed;
        }
    }

    @Override
    public boolean isClosed() {
        return channel != null && !channel.isOpen();
    }

    @Override
    public void close() {
        super.close();
        if (channel == null) {
            return; // the superclass closes what it could not open
        }
        try {
            channel.close();
            selector.close();
        } catch (IOException e) {
            // It is of no more use either way.
        }
        lines.values().forEach(Line::close);
        lines.clear();
        network.forget(this);
    }
}
