package io.qpy.cli;

import io.qpy.device.Code;
import io.qpy.start.Terminal;
import io.qpy.wiring.CloudStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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
        return ask("devices");
    }

    @Command(description = "Show what the sandbox sees, until its run ends.")
    int watch() throws IOException {
        return ask("watch");
    }

    @Command(description = "Forget which devices have registered: all are as new.")
    int reset() throws IOException {
        for (String cloud : List.of("aliyun", "tencent")) {
            boolean forgotten = CloudStore.of(home, cloud, terminal::say).reset();
            terminal.print(cloud + (forgotten ? ": registrations forgotten" : ": nothing was remembered"));
        }
        return 0;
    }

    private int ask(String verb, String... more) throws IOException {
        return new RunningDevice(
                        home,
                        terminal,
                        Code.NO_CLOUD,
                        "no run with a cloud is there to ask: start 'qpy sandbox', or a script that uses a cloud")
                .ask("cloud", verb, more);
    }
}
