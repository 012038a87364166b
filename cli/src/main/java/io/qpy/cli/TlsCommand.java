package io.qpy.cli;

import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.Notices;
import io.qpy.device.console.Console;
import io.qpy.device.flash.Flash;
import io.qpy.device.tls.DeviceTls;
import io.qpy.device.tls.InvalidIdentity;
import io.qpy.device.tls.TlsFailure;
import io.qpy.device.tls.TlsSessionInfo;
import io.qpy.device.tls.TlsSocket;
import io.qpy.start.Terminal;
import io.qpy.wiring.Clouds;
import io.qpy.wiring.Config;
import io.qpy.wiring.Wiring;
import io.qpy.wiring.WorldTime;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qpy tls}: what a device would agree on with a server. */
@Command(
        name = "tls",
        description = "Show what a device negotiates with a server: protocol, cipher suite, certificates, and what a "
                + "check of them would find.",
        footer = {
            "",
            "Exit code 1 when there is no connection, or with --tls verify when the certificate would not pass.",
            "",
            "Examples:",
            "  qpy tls myssl.com",
            "  qpy tls expired.tls.qpy.test",
            "  qpy tls --net real --cert device.crt --key device.key broker.example:8883"
        })
final class TlsCommand implements Callable<Integer>, SharingCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int REFUSAL_MILLIS = 1000;

    private final DeviceOptions options = new DeviceOptions();

    @Option(names = "--cert", paramLabel = "FILE", description = "The device's certificate (PEM), with --key.")
    private Path certificate;

    @Option(names = "--key", paramLabel = "FILE", description = "Its private key (PEM, not encrypted).")
    private Path key;

    @Parameters(paramLabel = "HOST[:PORT]", description = "The server; without a port, 443.")
    private String server;

    private final Terminal terminal;

    TlsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void addShared(CommandSpec spec) {
        options.addTo(spec);
    }

    @Override
    public Integer call() throws IOException {
        TlsServer target = TlsServer.parse(server);
        Config config = Config.of(Path.of("").toAbsolutePath());
        Notices notices = options.quiet ? Notices.discarding() : new Notices(terminal::say);
        try (Wiring wiring = new Wiring(
                        options.policy(), config, notices, Clouds.forgetful(config, WorldTime.real()), null);
                Device device = wiring.device(Flash.inMemory(), Console.discarding())) {
            // Its own, for what it would say on stderr is here the result.
            DeviceTls tls = identified(DeviceTls.of(wiring.trust(), device.clock(), Notices.discarding()));
            return report(device, tls, target);
        }
    }

    private DeviceTls identified(DeviceTls tls) throws IOException {
        if ((certificate == null) != (key == null)) {
            throw new UsageException(Code.USAGE, "--cert and --key go together: give both");
        }
        try {
            return certificate == null ? tls : tls.withCertificate(read(certificate), read(key));
        } catch (InvalidIdentity e) {
            throw new UsageException(Code.OWN_CERTIFICATE, e.getMessage(), e);
        }
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw new UsageException(Code.FILE_ARGUMENT, file + " does not exist", e);
        }
    }

    private int report(Device device, DeviceTls tls, TlsServer target) throws IOException {
        try {
            TlsSessionInfo session = handshake(device, tls, target);
            terminal.print(target.toString());
            line("protocol", session.protocol());
            line("suite", session.suite());
            line("TLS 1.2", session.protocol().equals("TLSv1.2") ? "the same" : older(device, tls, target));
            chain(session);
            if (session.asksForCertificate()) {
                line("client", "the server asks for a certificate: " + (key == null ? "none is given" : certificate));
            }
            List<String> objections = tls.objections(session, target.host());
            line("check", objections.isEmpty() ? "passes" : "would not pass: " + String.join("; ", objections));
            return 0;
        } catch (TlsFailure e) {
            terminal.say(
                    Code.NO_TLS,
                    "no TLS with " + target + ": " + e.getMessage() + " (" + e.error() + ", "
                            + e.error().code() + ")");
        } catch (SocketTimeoutException e) {
            terminal.say(
                    Code.NO_TLS,
                    "no TLS with " + target + ": it did not answer within "
                            + patience().toMillis() / 1000.0 + " s");
        } catch (IOException e) {
            terminal.say(Code.ofConnecting(e), "no connection to " + target + ": " + e.getMessage());
        }
        return 1;
    }

    /** What firmware without TLS 1.3 gets. */
    private String older(Device device, DeviceTls tls, TlsServer target) throws IOException {
        try {
            return handshake(device, tls.withoutTls13(), target).suite() + ", for firmware without TLS 1.3";
        } catch (TlsFailure e) {
            return "firmware without TLS 1.3 gets no connection: " + e.getMessage();
        }
    }

    private TlsSessionInfo handshake(Device device, DeviceTls tls, TlsServer target) throws IOException {
        int millis = Math.toIntExact(patience().toMillis());
        try (Socket socket = device.network().socketFactory().createSocket()) {
            socket.connect(InetSocketAddress.createUnresolved(target.host(), target.port()), millis);
            socket.setSoTimeout(millis);
            try (TlsSocket secure = tls.over(socket, target.host(), target.port())) {
                secure.startHandshake();
                if (secure.session().asksForCertificate()) {
                    awaitRefusal(socket, secure);
                }
                return secure.session();
            }
        }
    }

    /** In TLS 1.3 a server says after the handshake what it makes of the device's certificate; silence is consent. */
    private static void awaitRefusal(Socket socket, TlsSocket secure) throws IOException {
        socket.setSoTimeout(REFUSAL_MILLIS);
        try {
            int ignored = secure.getInputStream().read();
        } catch (SocketTimeoutException e) {
            // It waits for the device.
        }
    }

    private Duration patience() {
        return options.timeout == null ? PATIENCE : options.timeout;
    }

    private void chain(TlsSessionInfo session) {
        String label = "chain";
        for (String each : CertificateText.of(session.chain())) {
            line(label, each);
            label = "";
        }
    }

    private void line(String label, String text) {
        terminal.print(String.format("  %-10s%s", label, text));
    }
}
