package io.qpy.tests;

import io.qpy.device.Device;
import io.qpy.device.Flash;
import io.qpy.device.Modem;
import io.qpy.device.Notices;
import io.qpy.repl.board.Board;
import io.qpy.repl.board.Port;
import io.qpy.repl.serve.SocketServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A device in this JVM that is served on a socket, as {@code qpy serve --tcp 0} does it. */
final class ServedBoard implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Port port = new Port();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final Flash flash = Flash.inMemory();
    private final Device device;
    private final SocketServer server;
    private final Thread thread;

    ServedBoard(String token, String mainProgram) throws IOException {
        if (mainProgram != null) {
            write("/usr/main.py", mainProgram);
        }
        Notices said = new Notices(notices::add);
        device = Device.builder()
                .console(port.console())
                .flash(flash)
                .modem(new Modem(Modem.Identity.SAMPLE, Modem.State.ONLINE))
                .notices(said)
                .build();
        server = SocketServer.plain(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), port, said, token);
        Board board = new Board(TestDevice.RUNTIME, device, false, port);
        thread = new Thread(() -> run(board), "board");
        thread.start();
    }

    private static void run(Board board) {
        try {
            board.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(String path, String text) throws IOException {
        try (OutputStream out = Channels.newOutputStream(
                flash.open(path, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE)))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    List<String> notices() {
        return notices;
    }

    Client connect() throws IOException {
        return new Client(URI.create(server.toString()).getPort());
    }

    @Override
    public void close() throws IOException {
        port.close();
        port.received(new byte[] {3}, 0, 1);
        server.close();
        join();
        device.close();
    }

    private void join() {
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A tool that is attached to the board. */
    static final class Client implements AutoCloseable {
        private final Socket socket;
        private final StringBuilder seen = new StringBuilder();

        private Client(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PATIENCE_MILLIS);
        }

        /** Sends characters from U+0000 to U+00FF as bytes. */
        Client send(String bytes) throws IOException {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        }

        /** Reads up to a text, and gives what came before it and the text itself. */
        String until(String text) throws IOException {
            InputStream in = socket.getInputStream();
            while (seen.indexOf(text) < 0) {
                int c = read(in, text);
                if (c < 0) {
                    throw new AssertionError("the connection ended before '" + text + "': " + seen);
                }
                seen.append((char) c);
            }
            int end = seen.indexOf(text) + text.length();
            String found = seen.substring(0, end);
            seen.delete(0, end);
            return found;
        }

        private int read(InputStream in, String text) throws IOException {
            try {
                return in.read();
            } catch (SocketTimeoutException e) {
                throw new AssertionError("'" + text + "' did not come: " + seen, e);
            }
        }

        /** Sends, and reads up to a text. */
        String ask(String bytes, String end) throws IOException {
            return send(bytes).until(end);
        }

        /** Whether the other side has ended the connection. */
        boolean isEnded() throws IOException {
            return socket.getInputStream().read() < 0;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
