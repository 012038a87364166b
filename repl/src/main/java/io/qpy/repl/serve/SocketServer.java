package io.qpy.repl.serve;

import io.qpy.device.Code;
import io.qpy.device.Notice;
import io.qpy.device.Notices;
import io.qpy.repl.board.Port;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Function;
import jdk.net.ExtendedSocketOptions;

/** Lets one client at a time attach to a device's port over TCP, after it has named the token if there is one. */
public final class SocketServer implements Closeable {
    private static final int TOKEN_MILLIS = 30_000;
    private static final int LONGEST_TOKEN = 256;

    private final String scheme;
    private final ServerSocket server;
    private final Port port;
    private final Notices notices;
    private final String token;
    private final Function<OutputStream, LineProtocol> protocol;
    private volatile Socket current;

    private SocketServer(
            String scheme,
            InetSocketAddress address,
            Port port,
            Notices notices,
            String token,
            Function<OutputStream, LineProtocol> protocol)
            throws IOException {
        this.scheme = scheme;
        this.port = port;
        this.notices = notices;
        this.token = token;
        this.protocol = protocol;
        server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(address);
        start(this::accept, "qpy-serve");
    }

    /** Serves the port's bytes as they are. {@code token} is null where none is asked for. */
    public static SocketServer plain(InetSocketAddress address, Port port, Notices notices, String token)
            throws IOException {
        return new SocketServer("socket", address, port, notices, token, LineProtocol::plain);
    }

    /** Serves the port with RFC 2217's control of the line, which a device without a line acknowledges. */
    public static SocketServer rfc2217(InetSocketAddress address, Port port, Notices notices) throws IOException {
        return new SocketServer("rfc2217", address, port, notices, null, Rfc2217::new);
    }

    /** Where clients find it, as a URL of pyserial's. */
    @Override
    public String toString() {
        return scheme + "://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                start(() -> serve(client), "qpy-port-input");
            } catch (IOException e) {
                if (!server.isClosed()) {
                    notices.say(Code.SERVE_CLIENT, "a client could not be let in: " + e.getMessage());
                }
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            LineProtocol line = protocol.apply(client.getOutputStream());
            OutputStream encoder = line.encoder();
            if (!isAdmitted(client)) {
                say(client, Notice.of(Code.SERVE_TOKEN, "wrong token"));
            } else if (!port.attach(encoder)) {
                say(client, Notice.of(Code.SERVE_BUSY, "another client is attached to this device"));
            } else {
                attached(client, line, encoder);
            }
        } catch (IOException e) {
            // The client is gone; the device goes on.
        }
    }

    private void attached(Socket client, LineProtocol line, OutputStream encoder) throws IOException {
        current = client;
        try {
            pump(client, line);
        } finally {
            current = null;
            port.detach(encoder);
        }
    }

    private void pump(Socket client, LineProtocol line) throws IOException {
        InputStream in = client.getInputStream();
        byte[] buffer = new byte[64 * 1024];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            acknowledge(client);
            if (!line.decode(buffer, count, port)) {
                notices.sayOnce(
                        Code.SERVE_CLIENT,
                        "the device was sent more than it has read and has room for; some of it is lost");
            }
        }
    }

    /**
     * Has TCP confirm at once what was received: pyserial writes in small pieces and leaves Nagle's algorithm on, which
     * holds each piece back until the one before is confirmed. TCP forgets the setting, so it is made each time.
     */
    private static void acknowledge(Socket client) throws IOException {
        if (client.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
            client.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }

    private static void say(Socket client, Notice notice) throws IOException {
        client.getOutputStream().write(("qpy: " + notice + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.shutdownOutput();
    }

    private boolean isAdmitted(Socket client) throws IOException {
        if (token == null) {
            return true;
        }
        client.getOutputStream().write("token: ".getBytes(StandardCharsets.UTF_8));
        client.setSoTimeout(TOKEN_MILLIS);
        ByteArrayOutputStream typed = new ByteArrayOutputStream();
        for (int c = client.getInputStream().read();
                c != '\n' && c != '\r';
                c = client.getInputStream().read()) {
            if (c < 0 || typed.size() == LONGEST_TOKEN) {
                return false;
            }
            typed.write(c);
        }
        client.setSoTimeout(0);
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), typed.toByteArray());
    }

    @Override
    public void close() throws IOException {
        server.close();
        Socket client = current;
        if (client != null) {
            client.close();
        }
    }
}
