package io.qpy.cli;

import io.qpy.device.Code;
import io.qpy.device.Notices;
import io.qpy.sandbox.Sandbox;
import io.qpy.sandbox.tls.Behaviour;
import io.qpy.sandbox.tls.Upstream;
import io.qpy.start.Interrupts;
import io.qpy.start.Terminal;
import io.qpy.wiring.CloudConsole;
import io.qpy.wiring.Clouds;
import io.qpy.wiring.Config;
import io.qpy.wiring.ControlSocket;
import io.qpy.wiring.WorldTime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code qpy sandbox}: the servers by themselves, for clients that are not on a device of qpy's. */
@Command(
        name = "sandbox",
        description = "Run the sandbox's servers on 127.0.0.1, print their endpoints and what they see, until Ctrl-C.",
        footer = {"", "Example:", "  qpy sandbox --mqtt-port 1883"})
final class SandboxCommand implements Callable<Integer> {
    @Option(names = "--aliyun-port", paramLabel = "PORT", description = "Default: any free one.")
    private int aliyunPort;

    @Option(names = "--tencent-port", paramLabel = "PORT", description = "Default: any free one.")
    private int tencentPort;

    @Option(names = "--mqtt-port", paramLabel = "PORT", description = "Default: any free one.")
    private int mqttPort;

    @Option(names = "--http-port", paramLabel = "PORT", description = "Default: any free one.")
    private int httpPort;

    @Option(names = "--https-port", paramLabel = "PORT", description = "Default: any free one.")
    private int httpsPort;

    @Option(names = "--ntp-port", paramLabel = "PORT", description = "Default: any free one.")
    private int ntpPort;

    private final Terminal terminal;

    SandboxCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = DeviceStore.ofUser().home();
        Sandbox.Builder ports = Sandbox.builder()
                .mqttPort(mqttPort)
                .httpPort(httpPort)
                .httpsPort(httpsPort)
                .ntpPort(ntpPort)
                .aliyunPort(aliyunPort)
                .tencentPort(tencentPort);
        Clouds clouds = Clouds.remembering(
                Config.of(Path.of("").toAbsolutePath()), home, new Notices(terminal::say), WorldTime.real(), ports);
        CountDownLatch interrupted = new CountDownLatch(1);
        Interrupts interrupts = Interrupts.to(interrupted::countDown);
        try (Sandbox sandbox = clouds.sandbox();
                ControlSocket control = control(home, new CloudConsole(clouds))) {
            print("mqtt", "tcp", sandbox.mqtt().address().getPort());
            print("aliyun", "tcp", clouds.aliyun().address().getPort());
            print("tencent", "tcp", clouds.tencent().address().getPort());
            print("http", "tcp", sandbox.http().address().getPort());
            print("https", "tcp", sandbox.https().address().getPort());
            print("ntp", "udp", sandbox.ntp().address().getPort());
            for (Behaviour each : Behaviour.values()) {
                print(
                        "tls:" + each.word(),
                        "tcp",
                        sandbox.tls().address(each.word(), Upstream.HTTP).getPort());
            }
            sandbox.journal().onEvent(event -> terminal.print(event.line()));
            terminal.say(Code.SANDBOX, "'qpy cloud' reaches this sandbox at " + control);
            interrupted.await();
        } finally {
            interrupts.restore();
        }
        return 130;
    }

    private static ControlSocket control(Path home, CloudConsole console) throws IOException {
        return ControlSocket.open(home, name -> name.equals("cloud") ? console : null);
    }

    private void print(String service, String transport, int port) {
        terminal.print(String.format("%-22s  127.0.0.1:%d/%s", service, port, transport));
    }
}
