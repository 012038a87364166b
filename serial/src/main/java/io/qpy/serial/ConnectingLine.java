package io.qpy.serial;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A line to a server, over TCP. It connects when it is opened; when the connection is lost, it connects again. */
final class ConnectingLine extends TcpLine {
    private static final int PATIENCE_MILLIS = 5000;
    private static final int PAUSE_MILLIS = 200;

    private final String scheme;
    private final HostAndPort server;
    private final CountDownLatch closing = new CountDownLatch(1);

    private ConnectingLine(String scheme, HostAndPort server, Protocol.Maker maker, LineOwner owner) {
        super(maker, owner);
        this.scheme = scheme;
        this.server = server;
    }

    static ConnectingLine plain(HostAndPort server, LineOwner owner) throws IOException {
        return open(new ConnectingLine("socket", server, Protocol::plain, owner));
    }

    static ConnectingLine rfc2217(HostAndPort server, LineOwner owner) throws IOException {
        return open(new ConnectingLine("rfc2217", server, Rfc2217Client::new, owner));
    }

    private static ConnectingLine open(ConnectingLine line) throws IOException {
        Socket first = line.connect();
        line.take(first);
        start(() -> line.stayConnected(first), "qpy-serial-input");
        return line;
    }

    private Socket connect() throws IOException {
        InetSocketAddress address = new InetSocketAddress(server.host(), server.port());
        if (address.isUnresolved()) {
            throw new SerialException("there is no host '" + server.host() + "'");
        }
        Socket socket = new Socket();
        try {
            socket.connect(address, PATIENCE_MILLIS);
            return socket;
        } catch (ConnectException | SocketTimeoutException e) {
            socket.close();
            throw new SerialException(
                    "nobody listens on port " + server.port() + " of " + server.host()
                            + ": start the program there first",
                    e);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void stayConnected(Socket first) {
        Socket socket = first;
        while (socket != null) {
            carry(socket);
            socket = connectAgain();
        }
    }

    /** Returns the next connection; null if the line is closed before there is one. */
    private Socket connectAgain() {
        // A pause each time: a server may hang up at once.
        for (pause(); !isClosed(); pause()) {
            try {
                Socket next = connect();
                if (take(next)) {
                    return next;
                }
                next.close();
            } catch (IOException e) {
                // It is not there yet.
            }
        }
        return null;
    }

    private void pause() {
        try {
            // Ends early when the line is closed; the caller asks.
            boolean unused = closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        closing.countDown();
    }

    @Override
    public String toString() {
        return scheme + "://" + server;
    }
}
