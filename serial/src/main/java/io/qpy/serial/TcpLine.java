package io.qpy.serial;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import jdk.net.ExtendedSocketOptions;

/** A line that is carried by one TCP connection after another. */
abstract class TcpLine extends OutsideLine {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final LineOwner owner;
    private final Protocol.Maker maker;
    private Socket current;
    private Protocol protocol;
    private LineSettings settings;
    private boolean closed;

    TcpLine(Protocol.Maker maker, LineOwner owner) {
        super(false);
        this.maker = maker;
        this.owner = owner;
    }

    final LineOwner owner() {
        return owner;
    }

    final synchronized boolean isClosed() {
        return closed;
    }

    /** Takes a connection as the line's, or says that the line has one already. */
    final synchronized boolean take(Socket socket) {
        if (closed || current != null) {
            return false;
        }
        current = socket;
        return true;
    }

    /** Lets the owner talk to the connection that was taken, until it ends. */
    final void carry(Socket socket) {
        String reason = "the other side has closed the connection";
        boolean begun = false;
        try (socket) {
            socket.setTcpNoDelay(true);
            Protocol line = maker.over(socket.getOutputStream());
            OutputStream peer = line.encoder();
            line.begin();
            configureNew(line);
            sendTo(peer);
            begun = true;
            owner.connected(peer);
            pump(socket, line);
        } catch (IOException e) {
            reason = "the connection is lost: " + e.getMessage();
        } finally {
            end(begun, reason);
        }
    }

    private synchronized void configureNew(Protocol line) {
        protocol = line;
        if (settings != null) {
            line.configure(settings);
        }
    }

    private void end(boolean begun, String reason) {
        sendTo(null);
        boolean told;
        synchronized (this) {
            protocol = null;
            told = begun && !closed;
        }
        if (told) {
            owner.disconnected(reason);
        }
        synchronized (this) {
            current = null;
        }
    }

    private void pump(Socket socket, Protocol line) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            acknowledge(socket);
            if (isClosed()) {
                return;
            }
            line.decode(buffer, count, owner);
        }
    }

    /**
     * Confirms at once what was received: pyserial writes in small pieces and leaves Nagle's algorithm on, which holds each
     * piece back until the one before is confirmed. TCP forgets the setting, so it is made each time.
     */
    private static void acknowledge(Socket socket) throws IOException {
        if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
            socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }

    @Override
    public final void configure(LineSettings newSettings) {
        Protocol line;
        synchronized (this) {
            settings = newSettings;
            line = protocol;
        }
        if (line != null) {
            line.configure(newSettings);
        }
    }

    @Override
    public void close() throws IOException {
        drain();
        Socket socket;
        synchronized (this) {
            closed = true;
            socket = current;
        }
        if (socket != null) {
            socket.close();
        }
    }
}
