package io.qpy.tests;

import io.qpy.device.Device;
import io.qpy.device.Notices;
import io.qpy.device.flash.Flash;
import io.qpy.device.modem.Modem;
import io.qpy.repl.board.Board;
import io.qpy.repl.board.Port;
import io.qpy.repl.serve.PortServer;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A device in this JVM that is served on a line, as {@code qpy serve} does it. */
final class ServedBoard implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    /** What a device can be served on. */
    enum Line {
        TCP,
        PTY,
        RFC2217
    }

    private final Port port = new Port();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final Flash flash = Flash.inMemory();
    private final Device device;
    private final Line line;
    private final Closeable server;
    private final Thread thread;

    /** On a socket. */
    ServedBoard(String token, String mainProgram) throws IOException {
        this(Line.TCP, token, mainProgram);
    }

    ServedBoard(Line line) throws IOException {
        this(line, null, null);
    }

    private ServedBoard(Line line, String token, String mainProgram) throws IOException {
        if (mainProgram != null) {
            write("/usr/main.py", mainProgram);
        }
        Notices said = new Notices(notice -> notices.add(notice.text()));
        device = Device.builder()
                .console(port.console())
                .flash(flash)
                .modem(new Modem(Modem.Identity.SAMPLE, Modem.State.ONLINE))
                .notices(said)
                .build();
        this.line = line;
        server = open(said, token);
        Board board = new Board(() -> TestDevice.RUNTIME.start(device, false), device, port);
        thread = new Thread(() -> run(board), "board");
        thread.start();
    }

    private Closeable open(Notices said, String token) throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return switch (line) {
            case TCP -> PortServer.tcp(anyPort, port, said, token);
            case RFC2217 -> PortServer.rfc2217(anyPort, port, said);
            case PTY -> PortServer.pty(Files.createTempDirectory("qpy").resolve("board"), port);
        };
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
        if (line == Line.PTY) {
            Path terminal = Path.of(server.toString());
            return new Client(
                    new FileInputStream(terminal.toFile()), new FileOutputStream(terminal.toFile()), () -> {});
        }
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(server.toString()).getPort());
        return new Client(socket.getInputStream(), socket.getOutputStream(), socket);
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
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A tool that is attached to the board. */
    static final class Client implements AutoCloseable {
        private static final int CHUNK_BYTES = 8192;
        private static final String ENDED = "";

        private final OutputStream output;
        private final Closeable connection;
        private final LinkedBlockingQueue<String> arrived = new LinkedBlockingQueue<>();
        private final StringBuilder seen = new StringBuilder();

        private Client(InputStream input, OutputStream output, Closeable connection) {
            this.output = output;
            this.connection = connection;
            Thread reader = new Thread(() -> read(input), "client");
            reader.setDaemon(true);
            reader.start();
        }

        private void read(InputStream input) {
            try {
                byte[] chunk = new byte[CHUNK_BYTES];
                for (int count = input.read(chunk); count >= 0; count = input.read(chunk)) {
                    arrived.add(new String(chunk, 0, count, StandardCharsets.ISO_8859_1));
                }
            } catch (IOException e) {
                // The other side is gone.
            }
            arrived.add(ENDED);
        }

        /** Sends characters from U+0000 to U+00FF as bytes. */
        Client send(String bytes) throws IOException {
            output.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        }

        /** Reads up to a text, and gives what came before it and the text itself. */
        String until(String text) {
            int found = seen.indexOf(text);
            while (found < 0) {
                String chunk = next(text);
                if (chunk.equals(ENDED)) {
                    throw new AssertionError("the connection ended before '" + text + "': " + tail());
                }
                int from = Math.max(0, seen.length() - text.length());
                seen.append(chunk);
                found = seen.indexOf(text, from);
            }
            int end = found + text.length();
            String before = seen.substring(0, end);
            seen.delete(0, end);
            return before;
        }

        private String next(String awaited) {
            try {
                String chunk = arrived.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (chunk != null) {
                    return chunk;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new AssertionError("'" + awaited + "' did not come: " + tail());
        }

        private String tail() {
            return seen.substring(Math.max(0, seen.length() - 1000));
        }

        /** Sends, and reads up to a text. */
        String ask(String bytes, String end) throws IOException {
            return send(bytes).until(end);
        }

        /** Whether the other side has ended the connection. */
        boolean isEnded() {
            return next("the end").equals(ENDED);
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
