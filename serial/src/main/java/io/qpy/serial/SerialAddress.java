package io.qpy.serial;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Where a serial line leads, as a person writes it: {@code pty:PATH}, {@code tcp:HOST:PORT}, {@code listen:PORT}, {@code
 * rfc2217:HOST:PORT}, {@code file:PATH} or {@code loopback}. {@code toString} is that text.
 */
public sealed interface SerialAddress {
    /** What can be written. */
    String FORMS = "pty:PATH, tcp:HOST:PORT, listen:PORT, rfc2217:HOST:PORT, file:PATH or loopback";

    /**
     * Reads an address.
     *
     * @throws SerialException if it is none; the message quotes it
     */
    static SerialAddress parse(String text) throws SerialException {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? text : text.substring(0, colon);
        String rest = colon < 0 ? "" : text.substring(colon + 1);
        return switch (kind) {
            case "pty" -> new Pty(path(text, rest, "pty:meter.tty"));
            case "file" -> new FileInput(path(text, rest, "file:nmea.txt"));
            case "tcp" -> new Tcp(HostAndPort.parse(text, kind, rest));
            case "rfc2217" -> new Remote(HostAndPort.parse(text, kind, rest));
            case "listen" -> new Listen(HostAndPort.listened(text, rest));
            case "loopback" -> loopback(text, colon);
            default -> throw new SerialException("'" + text + "' is no address of a serial line: write " + FORMS);
        };
    }

    private static Loopback loopback(String text, int colon) throws SerialException {
        if (colon >= 0) {
            throw new SerialException("'" + text + "': loopback has nothing after it: write loopback");
        }
        return new Loopback();
    }

    private static Path path(String text, String rest, String example) throws SerialException {
        if (rest.isBlank()) {
            throw new SerialException("'" + text + "' names no path: write one after the colon, as in " + example);
        }
        try {
            return Path.of(rest);
        } catch (InvalidPathException e) {
            throw new SerialException("'" + text + "': '" + rest + "' is no path: " + e.getReason(), e);
        }
    }

    /**
     * Opens the line.
     *
     * @param folder where a path begins that is not absolute
     * @throws SerialException if it cannot be opened; the message begins with the address
     */
    default SerialLine open(Path folder, LineOwner owner) throws SerialException {
        try {
            return connect(folder, owner);
        } catch (IOException e) {
            throw new SerialException(this + ": " + e.getMessage(), e);
        }
    }

    /** Opens the line; the message of an exception does not name the address. */
    SerialLine connect(Path folder, LineOwner owner) throws IOException;

    /** A pseudo-terminal with a link at this path. */
    record Pty(Path path) implements SerialAddress {
        @Override
        public SerialLine connect(Path folder, LineOwner owner) throws IOException {
            return PseudoTerminal.open(folder.resolve(path), owner);
        }

        @Override
        public String toString() {
            return "pty:" + path;
        }
    }

    /** A server to connect to. */
    record Tcp(HostAndPort server) implements SerialAddress {
        @Override
        public SerialLine connect(Path folder, LineOwner owner) throws IOException {
            return ConnectingLine.plain(server, owner);
        }

        @Override
        public String toString() {
            return "tcp:" + server;
        }
    }

    /** A server of RFC 2217 to connect to. */
    record Remote(HostAndPort server) implements SerialAddress {
        @Override
        public SerialLine connect(Path folder, LineOwner owner) throws IOException {
            return ConnectingLine.rfc2217(server, owner);
        }

        @Override
        public String toString() {
            return "rfc2217:" + server;
        }
    }

    /** A port of 127.0.0.1 to listen on; 0 for any. */
    record Listen(int port) implements SerialAddress {
        @Override
        public SerialLine connect(Path folder, LineOwner owner) throws IOException {
            try {
                InetAddress local = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
                return ListeningLine.plain(new InetSocketAddress(local, port), Doorkeeper.OPEN, owner);
            } catch (BindException e) {
                String why = e.getMessage().contains("in use") ? "is in use" : "cannot be used: " + e.getMessage();
                throw new SerialException("port " + port + " of 127.0.0.1 " + why + ": name another, or 0 for any", e);
            }
        }

        @Override
        public String toString() {
            return "listen:" + port;
        }
    }

    /** A file whose bytes come in. */
    record FileInput(Path path) implements SerialAddress {
        @Override
        public SerialLine connect(Path folder, LineOwner owner) throws IOException {
            return FileLine.open(folder.resolve(path), owner);
        }

        @Override
        public String toString() {
            return "file:" + path;
        }
    }

    /** Both wires joined. */
    record Loopback() implements SerialAddress {
        @Override
        public SerialLine connect(Path folder, LineOwner owner) {
            return LoopbackLine.open(owner);
        }

        @Override
        public String toString() {
            return "loopback";
        }
    }
}
