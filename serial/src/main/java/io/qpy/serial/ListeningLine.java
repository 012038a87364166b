package io.qpy.serial;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A line to whoever connects over TCP, one at a time. */
public final class ListeningLine extends TcpLine {
    private final String scheme;
    private final ServerSocket server = new ServerSocket();
    private final Doorkeeper door;

    private ListeningLine(
            String scheme, InetSocketAddress address, Protocol.Maker maker, Doorkeeper door, LineOwner owner)
            throws IOException {
        super(maker, owner);
        this.scheme = scheme;
        this.door = door;
        try {
            server.setReuseAddress(true);
            server.bind(address);
        } catch (IOException e) {
            server.close();
            throw e;
        }
        start(this::accept, "qpy-serial-listen");
    }

    /**
     * Carries the bytes as they are.
     *
     * @throws java.net.BindException if the address cannot be listened on
     */
    public static ListeningLine plain(InetSocketAddress address, Doorkeeper door, LineOwner owner) throws IOException {
        return new ListeningLine("socket", address, Protocol::plain, door, owner);
    }

    /** Talks RFC 2217: a client's settings of the line are acknowledged, and change nothing. */
    public static ListeningLine rfc2217(InetSocketAddress address, Doorkeeper door, LineOwner owner)
            throws IOException {
        return new ListeningLine("rfc2217", address, Rfc2217Server::new, door, owner);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                start(() -> serve(client), "qpy-serial-input");
            } catch (IOException e) {
                if (!server.isClosed()) {
                    owner().troubled("a client could not be let in: " + e.getMessage());
                }
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            if (!door.admits(client)) {
                return;
            }
            if (take(client)) {
                carry(client);
            } else {
                door.busy(client);
            }
        } catch (IOException e) {
            // The client is gone; the line waits for another.
        }
    }

    @Override
    public String toString() {
        return scheme + "://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
        super.close();
    }
}
