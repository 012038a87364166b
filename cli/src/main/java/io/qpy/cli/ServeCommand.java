package io.qpy.cli;

import io.qpy.device.Code;
import io.qpy.device.Notices;
import io.qpy.repl.board.Board;
import io.qpy.repl.board.Port;
import io.qpy.repl.serve.PortServer;
import io.qpy.start.Interrupts;
import io.qpy.start.Invocation;
import io.qpy.start.Terminal;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code qpy serve}: a device that MicroPython's tools attach to. */
@Command(
        name = "serve",
        description = "Offer a device's prompt to other programs, as a module does on its USB port.",
        footer = {
            "",
            "It speaks MicroPython's friendly REPL, raw REPL and raw-paste mode. One client at a time; the device goes",
            "on when it leaves. Ctrl-C ends the command.",
            "",
            "Examples:",
            "  qpy serve --tcp 2323                        mpremote connect socket://127.0.0.1:2323 fs ls /usr",
            "  qpy serve --pty /tmp/module                 mpremote connect /tmp/module repl",
            "  qpy serve --rfc2217 2217                    mpremote connect rfc2217://127.0.0.1:2217"
        })
final class ServeCommand implements Callable<Integer>, SharingCommand {
    private static final int INTERRUPTED = 130;
    private static final int HIGHEST_PORT = 65535;

    private final DeviceOptions options = new DeviceOptions();

    private final StoredDevice stored = new StoredDevice();

    @ArgGroup(multiplicity = "1")
    private Line line;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on (default: 127.0.0.1); others need --token.")
    private String host;

    @Option(names = "--token", paramLabel = "TOKEN", description = "What a client must send as its first line.")
    private String token;

    private final Invocation invocation;
    private final Terminal terminal;

    ServeCommand(Invocation invocation) {
        this.invocation = invocation;
        terminal = invocation.terminal();
    }

    /** A device has one port. */
    private static final class Line {
        @Option(names = "--tcp", paramLabel = "PORT", description = "Listen on this TCP port; 0 for any.")
        private Integer tcp;

        @Option(names = "--pty", paramLabel = "PATH", description = "Make a pseudo-terminal, with a link at PATH.")
        private Path pty;

        @Option(names = "--rfc2217", paramLabel = "PORT", description = "Listen on this TCP port for RFC 2217.")
        private Integer rfc2217;
    }

    @Override
    public void addShared(CommandSpec spec) {
        options.addTo(spec);
        stored.addTo(spec);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        InetAddress address = address();
        Port port = new Port();
        Interrupts interrupts = Interrupts.to(port::close);
        try (PromptDevice on = new PromptDevice(invocation, options, stored, terminal::say, port.console());
                Closeable server = line.pty != null ? pseudoTerminal(port) : listen(address, port, on.notices())) {
            on.prepare();
            terminal.print(server.toString());
            new Board(on::start, on.device(), port).run();
        } finally {
            interrupts.restore();
        }
        return INTERRUPTED;
    }

    private PortServer pseudoTerminal(Port port) {
        try {
            return PortServer.pty(line.pty, port);
        } catch (IOException e) {
            throw new UsageException(Code.NO_PORT, "--pty " + line.pty + ": " + e.getMessage(), e);
        }
    }

    private PortServer listen(InetAddress address, Port port, Notices notices) throws IOException {
        boolean plain = line.tcp != null;
        int number = plain ? line.tcp : line.rfc2217;
        if (number < 0 || number > HIGHEST_PORT) {
            throw new UsageException(
                    Code.NO_PORT, "'" + number + "' is no port: name one from 1 to " + HIGHEST_PORT + ", or 0 for any");
        }
        try {
            InetSocketAddress where = new InetSocketAddress(address, number);
            return plain ? PortServer.tcp(where, port, notices, token) : PortServer.rfc2217(where, port, notices);
        } catch (java.net.BindException e) {
            throw new UsageException(
                    Code.NO_PORT, "port " + number + " of " + host + " cannot be listened on: " + e.getMessage(), e);
        }
    }

    /** Whether the JVM has read each character; in the locale C it reads those that are no ASCII as '?'. */
    private static boolean isReadable(String token) {
        boolean utf8 = "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"));
        return token.indexOf('\uFFFD') < 0 && (utf8 || token.indexOf('?') < 0);
    }

    private InetAddress address() {
        try {
            InetAddress address = InetAddress.getByName(host);
            if (!address.isLoopbackAddress() && (token == null || token.isBlank())) {
                throw new UsageException(
                        Code.USAGE,
                        "--host " + host
                                + " lets others run code on this device: add --token TOKEN, which a client must send first");
            }
            if (token != null && !isReadable(token)) {
                throw new UsageException(
                        Code.USAGE,
                        "--token: the locale is not UTF-8, and another character than ASCII came as '?':"
                                + " set LC_ALL=C.UTF-8, or name a token without '?'");
            }
            if (token != null && line.tcp == null) {
                throw new UsageException(Code.USAGE, "--token goes with --tcp only: other clients cannot send one");
            }
            return address;
        } catch (UnknownHostException e) {
            throw new UsageException(Code.USAGE, "--host " + host + " is no address of this PC", e);
        }
    }
}
