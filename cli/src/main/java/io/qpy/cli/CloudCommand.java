package io.qpy.cli;

import io.qpy.device.Code;
import io.qpy.start.Terminal;
import io.qpy.wiring.CloudConsole;
import io.qpy.wiring.CloudStore;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code qpy cloud}: the console of the sandbox's clouds, in another terminal's {@code qpy run} or {@code qpy sandbox}. */
@Command(
        name = "cloud",
        description = "The console of the sandbox's clouds: in a qpy run or qpy sandbox of yours that is running now.",
        footer = {
            "",
            "Examples:",
            "  qpy cloud send /a1QpyDemo00/demo-device/user/get 'hello'",
            "  qpy cloud devices",
            "  qpy cloud watch"
        })
final class CloudCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Path home = DeviceStore.ofUser().home();

    CloudCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        return devices();
    }

    @Command(description = "Publish a message as the cloud's console does.")
    int send(
            @Parameters(paramLabel = "TOPIC", description = "Alibaba's begin with a slash.") String topic,
            @Parameters(paramLabel = "MESSAGE", description = "Text.") String message)
            throws IOException {
        return ask("send", topic, message);
    }

    @Command(description = "List the devices of both clouds.")
    int devices() throws IOException {
        return ask("devices", "", "");
    }

    @Command(description = "Show what the sandbox sees, until its run ends.")
    int watch() throws IOException {
        return ask("watch", "", "");
    }

    @Command(description = "Forget which devices have registered: all are as new.")
    int reset() throws IOException {
        for (String cloud : List.of("aliyun", "tencent")) {
            boolean forgotten = CloudStore.of(home, cloud, terminal::say).reset();
            terminal.print(cloud + (forgotten ? ": registrations forgotten" : ": nothing was remembered"));
        }
        return 0;
    }

    private int ask(String verb, String topic, String message) throws IOException {
        try (SocketChannel channel = connect();
                DataOutputStream out = new DataOutputStream(Channels.newOutputStream(channel));
                BufferedReader answer = new BufferedReader(
                        new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8))) {
            out.writeUTF(verb);
            out.writeUTF(topic);
            out.writeUTF(message);
            for (String line = answer.readLine(); line != null; line = answer.readLine()) {
                terminal.print(line);
            }
            return 0;
        }
    }

    /** The console of the run that was started last. */
    private SocketChannel connect() throws IOException {
        for (Path socket : sockets()) {
            try {
                return SocketChannel.open(UnixDomainSocketAddress.of(socket));
            } catch (IOException e) {
                Files.deleteIfExists(socket); // of a run that was killed
            }
        }
        throw new UsageException(
                Code.NO_CLOUD,
                "no run with a cloud is there to ask: start 'qpy sandbox', or a script that uses a cloud");
    }

    private List<Path> sockets() throws IOException {
        Path folder = CloudConsole.folder(home);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.toString().endsWith(".sock"))
                    .sorted(Comparator.comparing((Path entry) -> entry.toFile().lastModified())
                            .reversed())
                    .toList();
        }
    }
}
