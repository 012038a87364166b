package io.qpy.cli;

import io.qpy.device.Notices;
import io.qpy.repl.board.Board;
import io.qpy.repl.board.Port;
import io.qpy.repl.serve.SocketServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private DeviceOptions options;

    @Mixin
    private StoredDevice stored;

    @Option(names = "--tcp", paramLabel = "PORT", description = "Listen on this TCP port; 0 for any.")
    private Integer tcp;

    @Option(names = "--rfc2217", paramLabel = "PORT", description = "Listen on this TCP port for RFC 2217; 0 for any.")
    private Integer rfc2217;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on (default: 127.0.0.1); others need --token.")
    private String host;

    @Option(names = "--token", paramLabel = "TOKEN", description = "What a client must send as its first line.")
    private String token;

    private final Terminal terminal;

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        InetAddress address = address();
        Port port = new Port();
        try (PromptDevice on = PromptDevice.of(options, stored, terminal::say, port.console());
                SocketServer server = listen(address, port, on.notices())) {
            terminal.print((rfc2217 == null ? "socket://" : "rfc2217://") + host + ":"
                    + server.address().getPort());
            new Board(on.runtime(), on.device(), options.strict, port).run();
        }
        return 0;
    }

    private SocketServer listen(InetAddress address, Port port, Notices notices) throws IOException {
        boolean plain = rfc2217 == null;
        int number = plain ? (tcp == null ? 0 : tcp) : rfc2217;
        try {
            InetSocketAddress where = new InetSocketAddress(address, number);
            return plain ? SocketServer.plain(where, port, notices, token) : SocketServer.rfc2217(where, port, notices);
        } catch (java.net.BindException e) {
            throw new UsageException("port " + number + " of " + host + " cannot be listened on: " + e.getMessage(), e);
        }
    }

    private InetAddress address() {
        if (tcp != null && rfc2217 != null) {
            throw new UsageException("--tcp and --rfc2217: name one of them, a device has one port");
        }
        try {
            InetAddress address = InetAddress.getByName(host);
            if (!address.isLoopbackAddress() && (token == null || token.isBlank())) {
                throw new UsageException("--host " + host
                        + " lets others run code on this device: add --token TOKEN, which a client must send first");
            }
            if (token != null && rfc2217 != null) {
                throw new UsageException("--token does not go with --rfc2217, whose clients cannot send one");
            }
            return address;
        } catch (UnknownHostException e) {
            throw new UsageException("--host " + host + " is no address of this PC", e);
        }
    }
}
