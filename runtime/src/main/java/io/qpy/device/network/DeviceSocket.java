package io.qpy.device.network;

import io.qpy.device.time.Line;
import io.qpy.device.time.Time;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import jdk.net.ExtendedSocketOptions;

/** A TCP socket for client libraries, whose waits are the device's: a channel that never blocks, and its selectors. */
final class DeviceSocket extends Socket implements Network.Link {
    private static final int BUFFER_BYTES = 8192;

    private final Network network;
    private final Time time;
    private final int writeMillis;
    private final Input input = new Input();
    private final Output output = new Output();
    private volatile SocketChannel channel;
    private volatile Line line = Line.UNCOUNTED;
    private final CompletableFuture<Void> closing = new CompletableFuture<>();
    private volatile String host = "";
    private volatile boolean closed;
    private volatile int timeoutMillis;
    private Selector reading; // null until a read waits
    private Selector writing; // null until a write waits

    /** @param writeMillis how long a write may wait for the peer to read, 0 for ever */
    DeviceSocket(Network network, int writeMillis) {
        this.network = network;
        this.writeMillis = writeMillis;
        this.time = network.time();
    }

    @Override
    public void connect(SocketAddress target) throws IOException {
        connect(target, 0);
    }

    /** @param millis how long to wait, 0 for ever */
    @Override
    public void connect(SocketAddress target, int millis) throws IOException {
        host = network.hostOf((InetSocketAddress) target);
        awaitVoice(time.in(length(millis)), "connect timed out");
        DeviceChannels.Opened opened = network.channels().connect((InetSocketAddress) target, 0);
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
        long moment = time.in(length(millis));
        try (Selector connecting = Selector.open()) {
            channel.register(connecting, SelectionKey.OP_CONNECT);
            while (!channel.finishConnect()) {
                await(connecting, moment, "connect timed out");
            }
        }
    }

    boolean isTo(String name) {
        return name.equals(Faults.EVERY_HOST) || name.equals(host);
    }

    /** Waits until the host is silent no longer. */
    private void awaitVoice(long moment, String otherwise) throws IOException {
        while (network.faults().silences(host)) {
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

    private void pause(CompletableFuture<?> event, long length) throws IOException {
        try {
            boolean ignored = time.await(event, length);
        } catch (InterruptedException e) {
            close();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static long length(int millis) {
        return millis == 0 ? Time.FOR_EVER : Time.millis(millis);
    }

    private void await(Selector selector, long moment, String otherwise) throws IOException {
        try {
            int ready = time.select(selector, moment);
            selector.selectedKeys().clear();
            if (ready == 0 && time.nanos() >= moment) {
                throw new SocketTimeoutException(otherwise);
            }
        } catch (InterruptedException e) {
            close();
            throw new InterruptedIOException("interrupted");
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

    private static SocketException socketClosed(Exception cause) {
        SocketException closed = new SocketException("Socket closed");
        closed.initCause(cause);
        return closed;
    }

    @Override
    public InputStream getInputStream() {
        return input;
    }

    @Override
    public OutputStream getOutputStream() {
        return output;
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
    public void setTcpNoDelay(boolean on) {
        // It always is, or TLS's small messages would wait 40 ms for each other.
    }

    @Override
    public boolean isConnected() {
        SocketChannel current = channel;
        return current != null && current.isConnected();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public InetAddress getInetAddress() {
        InetSocketAddress remote = (InetSocketAddress) getRemoteSocketAddress();
        return remote == null ? null : remote.getAddress();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        try {
            return channel == null ? null : channel.getRemoteAddress();
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        closing.complete(null);
        closeChannel();
        network.forget(this);
    }

    @Override
    public void lost() {
        try {
            close();
        } catch (IOException e) {
            // It is of no more use either way.
        }
    }

    @Override
    public void regained() {
        // The client library opens another.
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

    private final class Input extends InputStream {
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);

        @Override
        public int read() throws IOException {
            return fill() < 0 ? -1 : buffer.get() & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (fill() < 0) {
                return -1;
            }
            int count = Math.min(length, buffer.remaining());
            buffer.get(target, offset, count);
            return count;
        }

        @Override
        public int available() {
            return buffer.remaining();
        }

        /** Waits until something is in the buffer; -1 at the end. */
        private int fill() throws IOException {
            long moment = time.in(length(timeoutMillis));
            while (!buffer.hasRemaining()) {
                awaitVoice(moment, "Read timed out");
                int count = receive();
                if (count == 0) {
                    acknowledge();
                    await(reading(), moment, "Read timed out");
                    continue;
                }
                line.received(count);
                if (count < 0) {
                    return -1;
                }
            }
            return buffer.remaining();
        }

        /** Has Linux tell the peer at once what has come: one that waits for that with its next message would wait 40 ms. */
        private void acknowledge() throws IOException {
            if (channel.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
                try {
                    channel.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
                } catch (ClosedChannelException e) {
                    throw socketClosed(e);
                }
            }
        }

        private int receive() throws IOException {
            buffer.clear();
            try {
                return channel.read(buffer);
            } catch (ClosedChannelException e) {
                throw socketClosed(e);
            } finally {
                buffer.flip();
            }
        }

        @Override
        public void close() throws IOException {
            DeviceSocket.this.close();
        }
    }

    private final class Output extends OutputStream {
        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            long delay = network.faults().delay(host, length);
            if (delay > 0) {
                pause(closing, delay);
            }
            if (network.faults().silences(host)) {
                return; // nobody hears it
            }
            ByteBuffer bytes = ByteBuffer.wrap(source, offset, length);
            while (bytes.hasRemaining()) {
                int count = send(bytes);
                if (count == 0) {
                    await(writing(), time.in(length(writeMillis)), "Write timed out");
                } else {
                    line.sent(count);
                }
            }
        }

        private int send(ByteBuffer bytes) throws IOException {
            try {
                return channel.write(bytes);
            } catch (ClosedChannelException e) {
                throw socketClosed(e);
            }
        }

        @Override
        public void close() throws IOException {
            DeviceSocket.this.close();
        }
    }
}
