package io.qpy.device.network;

import io.qpy.device.time.Line;
import io.qpy.device.time.Time;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;

/**
 * The device's end of a client library's TCP connection: a channel that never blocks, and the waits for it, which are the
 * device's.
 */
final class SocketEnd implements Closeable {
    private final Network network;
    private final Closeable socket;
    private final Time time;
    private final CompletableFuture<Void> closing = new CompletableFuture<>();
    private volatile SocketChannel channel; // null until it is connected
    private volatile Line line = Line.UNCOUNTED;
    private volatile String host = "";
    private volatile boolean closed;
    private Selector reading; // null until a read waits
    private Selector writing; // null until a write waits

    /** @param socket what the network knows the connection by */
    SocketEnd(Network network, Closeable socket) {
        this.network = network;
        this.socket = socket;
        time = network.time();
    }

    /** The moment at which a call gives up that waits so long; 0 waits without end. */
    long deadline(int millis) {
        return time.in(millis == 0 ? Time.FOR_EVER : Time.millis(millis));
    }

    /** Connects; each of the two waits may take so long: for the host to be heard, and for its answer. */
    void connect(InetSocketAddress target, int millis) throws IOException {
        host = network.hostOf(target);
        awaitVoice(deadline(millis), "connect timed out");
        DeviceChannels.Opened opened = network.channels().connect(target, 0);
        synchronized (this) {
            channel = opened.channel();
            line = opened.line();
            if (closed) {
                closeChannel();
                throw new SocketException("Socket closed");
            }
        }
        try {
            finishConnecting(millis);
        } catch (IOException e) {
            line.abandon();
            throw e;
        }
    }

    private void finishConnecting(int millis) throws IOException {
        if (channel.finishConnect()) {
            return;
        }
        long moment = deadline(millis);
        try (Selector connecting = Selector.open()) {
            channel.register(connecting, SelectionKey.OP_CONNECT);
            while (!channel.finishConnect()) {
                await(connecting, moment, "connect timed out");
            }
        }
    }

    /** The channel; null until it is connected, or is being so. */
    SocketChannel channel() {
        return channel;
    }

    Line line() {
        return line;
    }

    boolean isClosed() {
        return closed;
    }

    boolean isTo(String name) {
        return name.equals(Faults.EVERY_HOST) || name.equals(host);
    }

    /** Waits until the host is silent no longer. */
    void awaitVoice(long moment, String otherwise) throws IOException {
        while (isSilent()) {
            if (closed) {
                throw new SocketException("Socket closed");
            }
            long left = moment == Time.FOR_EVER ? Time.FOR_EVER : moment - time.nanos();
            pause(CompletableFuture.anyOf(network.faults().change(), closing), left);
            if (left != Time.FOR_EVER && time.nanos() >= moment) {
                throw new SocketTimeoutException(otherwise);
            }
        }
    }

    /** Whether a test has the host neither answer nor hear. */
    boolean isSilent() {
        return network.faults().silences(host);
    }

    /** Waits as long as a test has so many bytes take. */
    void delay(int bytes) throws IOException {
        long delay = network.faults().delay(host, bytes);
        if (delay > 0) {
            pause(closing, delay);
        }
    }

    private void pause(CompletableFuture<?> event, long length) throws IOException {
        try {
            boolean ignored = time.await(event, length);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private InterruptedIOException interrupted() throws IOException {
        close();
        return new InterruptedIOException("interrupted");
    }

    /** {@link Time#takeTurn}. */
    void takeTurn() throws IOException {
        try {
            boolean ignored = time.takeTurn();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    void awaitReading(long moment) throws IOException {
        await(reading(), moment, "Read timed out");
    }

    void awaitWriting(long moment) throws IOException {
        await(writing(), moment, "Write timed out");
    }

    private void await(Selector selector, long moment, String otherwise) throws IOException {
        try {
            int ready = time.select(selector, moment);
            selector.selectedKeys().clear();
            if (ready == 0 && time.nanos() >= moment) {
                throw new SocketTimeoutException(otherwise);
            }
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (ClosedSelectorException e) {
            throw socketClosed(e);
        }
    }

    private synchronized Selector reading() throws IOException {
        reading = reading == null ? selector(SelectionKey.OP_READ) : reading;
        return reading;
    }

    private synchronized Selector writing() throws IOException {
        writing = writing == null ? selector(SelectionKey.OP_WRITE) : writing;
        return writing;
    }

    private Selector selector(int operation) throws IOException {
        Selector selector = Selector.open();
        try {
            channel.register(selector, operation);
            return selector;
        } catch (ClosedChannelException e) {
            selector.close();
            throw socketClosed(e);
        }
    }

    /** What a call of a socket throws that was closed meanwhile, as the JDK's own does. */
    static SocketException socketClosed(Exception cause) {
        SocketException closed = new SocketException("Socket closed");
        closed.initCause(cause);
        return closed;
    }

    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        closing.complete(null);
        closeChannel();
        network.forget(socket);
    }

    private void closeChannel() throws IOException {
        if (channel != null) {
            channel.close();
            line.close();
        }
        if (reading != null) {
            reading.close();
        }
        if (writing != null) {
            writing.close();
        }
    }
}
