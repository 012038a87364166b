package io.qpy.tests;

import io.qpy.support.MqttPackets;
import io.qpy.support.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Iterator;
import java.util.List;

/** A server that answers its first connection as one script says, the second as the next, and then no more. */
final class UmqttFakeBroker implements AutoCloseable {
    interface Conversation {
        void hold(Peer client) throws IOException;
    }

    /** The client, as the server sees it. */
    record Peer(Socket socket, InputStream in, OutputStream out) {
        /** One packet: its first byte; the rest is skipped. */
        int read() throws IOException {
            return MqttPackets.read(in)[0] & 0xFF;
        }

        void send(int... bytes) throws IOException {
            byte[] packet = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                packet[i] = (byte) bytes[i];
            }
            out.write(packet);
        }

        /** Reads CONNECT and answers it. */
        void welcome(int code) throws IOException {
            read();
            send(0x20, 2, 0, code);
        }

        /** Closes with RST and no FIN. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
        }
    }

    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final Iterator<Conversation> conversations;
    private final Thread thread = new Thread(this::serve, "fake broker");

    UmqttFakeBroker(Conversation... conversations) throws IOException {
        this.conversations = List.of(conversations).iterator();
        thread.start();
    }

    InetSocketAddress address() {
        return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
    }

    private void serve() {
        while (conversations.hasNext()) {
            try (Socket socket = server.accept()) {
                conversations.next().hold(new Peer(socket, socket.getInputStream(), socket.getOutputStream()));
            } catch (IOException e) {
                // The client has left, or the test is over.
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        Patience.until(() -> !thread.isAlive(), () -> "the fake broker ends");
    }
}
