package io.qpy.wiring;

import io.qpy.device.Code;
import io.qpy.device.flash.PrivateFolder;
import io.qpy.module.Command;
import io.qpy.module.Refusal;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Where other terminals reach one running qpy: a socket in a folder that only this user can enter. {@code qpy cloud} and {@code
 * qpy board} ask there, in {@link ControlFrames}.
 */
public final class ControlSocket implements AutoCloseable {
    /** Under the user's data folder; one socket a process, {@code <pid>.sock}. */
    private static final String FOLDER = "run";

    private final Function<String, Command> commands;
    private final Path path;
    private final ServerSocketChannel server;
    private final CountDownLatch closed = new CountDownLatch(1);

    private ControlSocket(Function<String, Command> commands, Path path, ServerSocketChannel server) {
        this.commands = commands;
        this.path = path;
        this.server = server;
    }

    public static Path folder(Path home) {
        return home.resolve(FOLDER);
    }

    /** Opens it; {@code commands} gives a command by its name, null where this run has none of it. */
    public static ControlSocket open(Path home, Function<String, Command> commands) throws IOException {
        Path folder = PrivateFolder.create(folder(home));
        Path path = folder.resolve(ProcessHandle.current().pid() + ".sock");
        Files.deleteIfExists(path);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(path));
        ControlSocket socket = new ControlSocket(commands, path, server);
        start(socket::serve, "qpy-control");
        return socket;
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
                start(() -> answer(client), "qpy-control-client");
            }
        } catch (IOException e) {
            // Closed with the run.
        }
    }

    private void answer(SocketChannel client) {
        try (client;
                DataInputStream in = new DataInputStream(Channels.newInputStream(client));
                DataOutputStream out = new DataOutputStream(Channels.newOutputStream(client))) {
            List<String> words = ControlFrames.request(in);
            Command command = commands.apply(words.get(0));
            if (command == null) {
                ControlFrames.write(out, ControlFrames.ELSEWHERE);
            } else {
                answer(command, words.subList(1, words.size()), out);
            }
        } catch (IOException | InterruptedException e) {
            // The other terminal is gone; there is nobody to tell.
        }
    }

    private void answer(Command command, List<String> words, DataOutputStream out)
            throws IOException, InterruptedException {
        try {
            command.answer(words, new Reply(out));
            ControlFrames.write(out, ControlFrames.END);
        } catch (Refusal e) {
            refuse(out, e.code(), e.getMessage());
        } catch (RuntimeException e) {
            refuse(out, Code.BUG, "a bug in qpy: " + e + " (please report it)");
        }
    }

    private static void refuse(DataOutputStream out, Code code, String why) throws IOException {
        ControlFrames.write(out, ControlFrames.REFUSED, utf8(code + " " + why));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private final class Reply implements Command.Reply {
        private final DataOutputStream out;

        Reply(DataOutputStream out) {
            this.out = out;
        }

        @Override
        public synchronized void line(String text) throws IOException {
            ControlFrames.write(out, ControlFrames.LINE, utf8(text));
        }

        @Override
        public synchronized void file(byte[] content) throws IOException {
            ControlFrames.write(out, ControlFrames.FILE, content);
        }

        @Override
        public boolean pause(long milliseconds) throws InterruptedException {
            return !closed.await(milliseconds, TimeUnit.MILLISECONDS);
        }
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
