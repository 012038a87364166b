package io.qpy.repl.serve;

import io.qpy.device.Code;
import io.qpy.device.Notices;
import io.qpy.repl.board.Port;
import io.qpy.serial.LineOwner;
import io.qpy.serial.ListeningLine;
import io.qpy.serial.PseudoTerminal;
import io.qpy.serial.SerialLine;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** Lets one client at a time attach to a device's port, over a serial line. */
public final class PortServer implements Closeable {
    private final SerialLine line;

    private PortServer(SerialLine line) {
        this.line = line;
    }

    /** Serves the port's bytes as they are. {@code token} is null where none is asked for. */
    public static PortServer tcp(InetSocketAddress address, Port port, Notices notices, String token)
            throws IOException {
        return new PortServer(ListeningLine.plain(address, new TokenDoor(token), new Client(port, notices)));
    }

    /** Serves the port with RFC 2217's control of the line, which a device without a line acknowledges. */
    public static PortServer rfc2217(InetSocketAddress address, Port port, Notices notices) throws IOException {
        return new PortServer(ListeningLine.rfc2217(address, new TokenDoor(null), new Client(port, notices)));
    }

    /** Serves the port on a pseudo-terminal, with a link to it. */
    public static PortServer pty(Path link, Port port) throws IOException {
        return new PortServer(PseudoTerminal.open(link, new Unseen(port)));
    }

    /** Where clients find it: a URL of pyserial's, or a path. */
    @Override
    public String toString() {
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        line.close();
    }

    /** A client that comes and goes. */
    private static final class Client implements LineOwner {
        private final Port port;
        private final Notices notices;
        private OutputStream attached;

        Client(Port port, Notices notices) {
            this.port = port;
            this.notices = notices;
        }

        @Override
        public void connected(OutputStream peer) {
            attached = peer;
            port.attach(peer);
        }

        @Override
        public void received(byte[] bytes, int offset, int length) {
            if (!port.received(bytes, offset, length)) {
                notices.sayOnce(
                        Code.SERVE_CLIENT,
                        "the device was sent more than it has read and has room for; some of it is lost");
            }
        }

        @Override
        public void disconnected(String reason) {
            port.detach(attached);
        }

        @Override
        public void troubled(String what) {
            notices.say(Code.SERVE_CLIENT, what);
        }
    }

    /** Whoever has opened the pseudo-terminal: the device does not notice. */
    private record Unseen(Port port) implements LineOwner {
        @Override
        public void connected(OutputStream peer) {
            port.attachLine(peer);
        }

        @Override
        public void received(byte[] bytes, int offset, int length) {
            port.received(bytes, offset, length);
        }

        @Override
        public void disconnected(String reason) {
            port.close();
        }
    }
}
