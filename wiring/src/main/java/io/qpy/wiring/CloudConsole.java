package io.qpy.wiring;

import io.qpy.device.flash.PrivateFolder;
import io.qpy.sandbox.cloud.DeviceState;
import io.qpy.sandbox.journal.Event;
import io.qpy.sandbox.journal.Payload;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * The clouds' console of one running qpy: a socket in a folder that only this user can enter, at which {@code qpy cloud}
 * of another terminal asks. A request is a verb, a topic and a message; the answer is lines of text until the end.
 */
public final class CloudConsole implements AutoCloseable {
    /** Under the user's data folder; one socket a process, {@code <pid>.sock}. */
    private static final String FOLDER = "run";

    private final Clouds clouds;
    private final Path path;
    private final ServerSocketChannel server;
    private final Set<PrintStream> watchers = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    private CloudConsole(Clouds clouds, Path path, ServerSocketChannel server) {
        this.clouds = clouds;
        this.path = path;
        this.server = server;
    }

    public static Path folder(Path home) {
        return home.resolve(FOLDER);
    }

    public static CloudConsole open(Path home, Clouds clouds) throws IOException {
        Path folder = PrivateFolder.create(folder(home));
        Path path = folder.resolve(ProcessHandle.current().pid() + ".sock");
        Files.deleteIfExists(path);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(path));
        CloudConsole console = new CloudConsole(clouds, path, server);
        clouds.sandbox().journal().onEvent(console::show);
        start(console::serve, "qpy-console");
        return console;
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        try {
            while (true) {
                SocketChannel client = server.accept();
                start(() -> answer(client), "qpy-console-client");
            }
        } catch (IOException e) {
            // Closed with the run.
        }
    }

    private void answer(SocketChannel client) {
        try (client;
                DataInputStream in = new DataInputStream(Channels.newInputStream(client));
                PrintStream out = new PrintStream(Channels.newOutputStream(client), true, StandardCharsets.UTF_8)) {
            String verb = in.readUTF();
            String topic = in.readUTF();
            String message = in.readUTF();
            switch (verb) {
                case "send" -> send(topic, message, out);
                case "devices" -> devices(out);
                default -> watch(out);
            }
        } catch (IOException | InterruptedException e) {
            // The other terminal is gone; there is nobody to tell.
        }
    }

    /** Alibaba's topics begin with a slash, Tencent's with the product or a dollar sign. */
    private void send(String topic, String message, PrintStream out) {
        boolean aliyun = topic.startsWith("/");
        if (aliyun) {
            clouds.aliyun().send(topic, Payload.of(message));
        } else {
            clouds.tencent().send(topic, Payload.of(message));
        }
        out.println("sent to " + topic + " of " + (aliyun ? "aliyun" : "tencent"));
    }

    private void devices(PrintStream out) {
        clouds.aliyun().devices().forEach(device -> out.println(line("aliyun", device)));
        clouds.tencent().devices().forEach(device -> out.println(line("tencent", device)));
    }

    private static String line(String cloud, DeviceState device) {
        return String.format(
                "%-8s %-40s %-11s %s",
                cloud,
                device.id().product() + " " + device.id().name(),
                device.state().name().toLowerCase(java.util.Locale.ROOT),
                device.online() ? "online" : "offline");
    }

    private void watch(PrintStream out) throws InterruptedException {
        watchers.add(out);
        closed.await();
    }

    private void show(Event event) {
        watchers.forEach(out -> out.println(event.line()));
        watchers.removeIf(PrintStream::checkError);
    }

    @Override
    public String toString() {
        return path.toString();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        Files.deleteIfExists(path);
    }
}
