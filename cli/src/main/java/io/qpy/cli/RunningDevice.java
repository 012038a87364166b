package io.qpy.cli;

import io.qpy.device.Code;
import io.qpy.start.Terminal;
import io.qpy.wiring.ControlFrames;
import io.qpy.wiring.ControlSocket;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A run of this user's in another terminal, which is asked by {@code qpy cloud} and {@code qpy board}. */
final class RunningDevice {
    /** Takes what is handed over. */
    interface Receiver {
        void take(byte[] content) throws IOException;
    }

    private final Path home;
    private final Terminal terminal;
    private final Code none;
    private final String noneLine;

    /**
     * A run that is looked for when it is asked.
     *
     * @param none the code of the line that says that there is none
     */
    RunningDevice(Path home, Terminal terminal, Code none, String noneLine) {
        this.home = home;
        this.terminal = terminal;
        this.none = none;
        this.noneLine = noneLine;
    }

    /** Asks the run that was started last of those that know the command; shows the lines of the answer. */
    int ask(String command, String verb, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of(command, verb));
        words.addAll(List.of(more));
        boolean ignored = ask(words, content -> {});
        return 0;
    }

    /**
     * The same.
     *
     * @param files takes the files of the answer
     * @return whether the answer was whole; the run may end before
     */
    boolean ask(List<String> words, Receiver files) throws IOException {
        for (Path socket : sockets()) {
            try (SocketChannel channel = connect(socket)) {
                if (channel != null) {
                    Answer answer = new Answer(channel, files);
                    if (answer.ofRequest(words)) {
                        return answer.isWhole;
                    }
                }
            }
        }
        throw new UsageException(none, noneLine);
    }

    /** Null where nobody listens any more. */
    private static SocketChannel connect(Path socket) throws IOException {
        try {
            return SocketChannel.open(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            Files.deleteIfExists(socket); // of a run that was killed
            return null;
        }
    }

    private List<Path> sockets() throws IOException {
        Path folder = ControlSocket.folder(home);
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

    private final class Answer {
        private final DataOutputStream out;
        private final DataInputStream in;
        private final Receiver files;
        private boolean isWhole;

        Answer(SocketChannel channel, Receiver files) {
            out = new DataOutputStream(Channels.newOutputStream(channel));
            in = new DataInputStream(Channels.newInputStream(channel));
            this.files = files;
        }

        /** Returns whether this run knows the command. */
        boolean ofRequest(List<String> words) throws IOException {
            ControlFrames.request(out, words);
            try {
                for (char kind = kind(); kind != ControlFrames.END; kind = kind()) {
                    if (kind == ControlFrames.ELSEWHERE) {
                        return false;
                    }
                    take(kind, ControlFrames.block(in));
                }
                isWhole = true;
            } catch (EOFException e) {
                // The run has ended.
            }
            return true;
        }

        private char kind() throws IOException {
            return (char) in.readUnsignedByte();
        }

        private void take(char kind, byte... content) throws IOException {
            if (kind == ControlFrames.FILE) {
                files.take(content);
                return;
            }
            String text = new String(content, StandardCharsets.UTF_8);
            if (kind == ControlFrames.REFUSED) {
                String[] parts = text.split(" ", 2);
                throw new UsageException(code(parts[0]), parts[1]);
            }
            terminal.print(text);
        }
    }

    /** That of a run of another version may be unknown. */
    private static Code code(String shown) {
        try {
            return Code.valueOf(shown.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            return Code.USAGE;
        }
    }
}
