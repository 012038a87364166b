package io.qpy.sandbox.tls;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Consumer;
import org.bouncycastle.tls.TlsServerProtocol;

/** One client of an endpoint's: its handshake, then its bytes to and fro. */
final class Conversation {
    private static final int CHUNK = 16 * 1024;
    private static final int FAREWELL_MILLIS = 1000;

    private final Socket client;
    private final Disturbance disturbance;
    private final EndpointServer server;
    private final Optional<InetSocketAddress> upstream;
    private final Consumer<String> journal;
    private Thread thread;

    Conversation(
            Socket client,
            Disturbance disturbance,
            EndpointServer server,
            Optional<InetSocketAddress> upstream,
            Consumer<String> journal) {
        this.client = client;
        this.disturbance = disturbance;
        this.server = server;
        this.upstream = upstream;
        this.journal = journal;
    }

    /** Runs on a thread of its own, and then {@code after}. */
    void start(Runnable after) {
        thread = new Thread(
                () -> {
                    run();
                    after.run();
                },
                "qpy-sandbox-tls-client");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try (client) {
            if (disturbance == Disturbance.NONE) {
                serve();
            } else {
                disturbance.disturb(client.getInputStream(), client.getOutputStream());
            }
            letTheLastArrive();
        } catch (IOException e) {
            // The client is gone.
        }
    }

    private void serve() throws IOException {
        TlsServerProtocol protocol =
                new TlsServerProtocol(new StillOpenInput(client.getInputStream()), new StillOpenOutput(client));
        try {
            protocol.accept(server);
            journal.accept(server.agreement());
        } catch (IOException e) {
            journal.accept("no handshake: " + e.getMessage());
            return;
        }
        try {
            exchange(protocol);
        } finally {
            protocol.close();
        }
    }

    private void exchange(TlsServerProtocol protocol) throws IOException {
        if (upstream.isEmpty()) {
            pass(protocol.getInputStream(), protocol.getOutputStream());
            return;
        }
        try (Socket service =
                new Socket(upstream.get().getAddress(), upstream.get().getPort())) {
            service.setTcpNoDelay(true);
            Thread back = new Thread(() -> back(service, protocol), "qpy-sandbox-tls-back");
            back.setDaemon(true);
            back.start();
            try {
                pass(protocol.getInputStream(), service.getOutputStream());
                service.shutdownOutput();
            } catch (IOException e) {
                service.shutdownInput(); // the client is gone: nobody waits for an answer
            } finally {
                join(back);
            }
        }
    }

    /** The service has the last word: when it ends, so does the client's connection. */
    private void back(Socket service, TlsServerProtocol protocol) {
        try {
            pass(service.getInputStream(), protocol.getOutputStream());
            protocol.close();
            letTheLastArrive();
        } catch (IOException e) {
            // One of the two is gone.
        } finally {
            closeClient();
        }
    }

    private static void pass(InputStream from, OutputStream to) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int count = from.read(chunk); count >= 0; count = from.read(chunk)) {
            to.write(chunk, 0, count);
            to.flush();
        }
    }

    /** A socket that is closed with something unread is reset, and the peer loses what it was last told. */
    private void letTheLastArrive() throws IOException {
        client.shutdownOutput();
        client.setSoTimeout(FAREWELL_MILLIS);
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    /** Cuts the connection; its threads have ended when this returns. */
    void close() {
        closeClient();
        join(thread);
    }

    private void closeClient() {
        try {
            client.close();
        } catch (IOException e) {
            // It is of no more use either way.
        }
    }

    static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Bouncy Castle closes its streams, and a socket's streams close the socket, before the last has arrived. */
    private static final class StillOpenInput extends FilterInputStream {
        StillOpenInput(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }

    private static final class StillOpenOutput extends FilterOutputStream {
        StillOpenOutput(Socket socket) throws IOException {
            super(socket.getOutputStream());
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() {}
    }
}
