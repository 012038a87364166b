package io.qpy.start;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Who called a standby process: a launcher, which waits in the terminal. Its streams are opened a second time where that
 * is the same as having them: pipes and terminals. A file's position and a socket cannot be shared so; the launcher copies
 * those, through the folder's pipes.
 *
 * <p>What the launcher sends is strings, each ended by a zero byte: how many more will come, its process, how its three
 * streams are to be had ({@code open} or {@code copy}), whether a person sits there ({@code yes} or nothing), and the command
 * line. After that come {@code i}, a Ctrl-C; {@code c}, that the launcher goes on after it was stopped; {@code s} and the rows
 * and columns as a string, that it has made the terminal raw as it was asked; {@code w} and rows and columns, another size of
 * the window. The end of the pipe is the end of the launcher.
 *
 * <p>It is answered with lines: {@code called}, before anything runs; {@code input}, to copy that stream; {@code screen}, to
 * make the terminal raw; {@code suspend}, to stop; {@code exit} and the exit code.
 */
final class Caller {
    /** For what was called to end when the launcher has gone. */
    private static final int GRACE_MILLIS = 3000;

    private final StandbyFolder folder;
    private final Path process;
    private final String[] arguments;
    private final OutputStream reply;
    private final List<Closeable> opened = new CopyOnWriteArrayList<>();
    private final Terminal terminal;
    private final CallersSeat seat;
    private final Thread watch;
    private volatile Runnable stop = () -> {};
    private volatile boolean answered;

    private Caller(StandbyFolder folder) throws IOException {
        this.folder = folder;
        ControlPipe control = folder.control();
        int count = Integer.parseInt(control.readString());
        String number = control.readString();
        process = Path.of("/proc", number);
        String input = control.readString();
        String output = control.readString();
        String errors = control.readString();
        String person = control.readString();
        arguments = new String[count - 5];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = control.readString();
        }
        folder.called();
        reply = folder.reply().toCaller();
        tell("called");
        OutputStream toOutput = output(output, 1, "output");
        OutputStream toErrors = output(errors, 2, "errors");
        Terminal lines = Terminal.of(input(input), toOutput, sameFile(output, errors) ? toOutput : toErrors);
        seat = person.isEmpty() ? null : new CallersSeat(this, lines);
        terminal = seat == null ? lines : lines.at(seat);
        watch = new Thread(() -> obey(control), "qpy-caller");
        watch.setDaemon(true);
    }

    /** Waits for a call. */
    static Caller accept(StandbyFolder folder) throws IOException {
        Caller caller = new Caller(folder);
        caller.watch.start();
        return caller;
    }

    private void obey(ControlPipe control) {
        try {
            for (int word = control.read(); word >= 0; word = control.read()) {
                obey(word, control);
            }
            control.close();
        } catch (IOException e) {
            // As its end.
        }
        if (!answered) {
            gone();
        }
    }

    /** The launcher has gone: what it called is stopped, with this process where that does not help. */
    private void gone() {
        try {
            close();
            Thread stopping = new Thread(stop, "qpy-abandon"); // which may wait for what does not end
            stopping.setDaemon(true);
            stopping.start();
            Thread.sleep(GRACE_MILLIS);
        } catch (IOException | InterruptedException e) {
            // The process ends then.
        }
        if (!answered) {
            folder.delete();
            Runtime.getRuntime().halt(1);
        }
    }

    /** Closes what was opened for the call. */
    private void close() throws IOException {
        for (Closeable stream : opened) {
            stream.close();
        }
        opened.clear();
    }

    /** Sets what stops the call when the launcher has gone. */
    void stopsBy(Runnable action) {
        stop = action;
    }

    private void obey(int word, ControlPipe control) throws IOException {
        if (answered) {
            return; // it came too late
        }
        if (word == 'i' && (seat == null || !seat.interrupted())) {
            Interrupts.raise();
        } else if (word == 's') {
            seat.isRaw(control.readString());
        } else if (word == 'w') {
            seat.resized(control.readString());
        } else if (word == 'c') {
            seat.continued();
        }
    }

    private InputStream input(String how) throws IOException {
        if (!how.equals("open")) {
            return new CopiedInput();
        }
        Path path = stream(0);
        RandomAccessFile other = otherSide(path);
        InputStream input = new FileInputStream(path.toFile());
        close(other);
        opened.add(input);
        return input;
    }

    private OutputStream output(String how, int number, String pipe) throws IOException {
        OutputStream stream;
        if (how.equals("open")) {
            Path path = stream(number);
            RandomAccessFile other = otherSide(path);
            stream = new FileOutputStream(path.toFile());
            close(other);
        } else {
            stream = new FileOutputStream(folder.resolve(pipe).toFile());
        }
        opened.add(stream);
        return stream;
    }

    /**
     * The other side of a pipe, without which opening one side could wait for ever; null for a device that cannot be opened
     * both ways, and needs none.
     */
    private static RandomAccessFile otherSide(Path path) {
        try {
            return new RandomAccessFile(path.toFile(), "rw");
        } catch (IOException e) {
            return null;
        }
    }

    private static void close(RandomAccessFile other) throws IOException {
        if (other != null) {
            other.close();
        }
    }

    /** One of the launcher's, of which it has copies from 5 on. */
    private Path stream(int number) {
        return process.resolve("fd").resolve(Integer.toString(5 + number));
    }

    /** Whether output and errors are one file, whose lines then keep their order. */
    private boolean sameFile(String output, String errors) throws IOException {
        return output.equals("copy")
                && errors.equals("copy")
                && Files.readSymbolicLink(stream(1)).equals(Files.readSymbolicLink(stream(2)));
    }

    Terminal terminal() {
        return terminal;
    }

    String[] arguments() {
        return arguments.clone();
    }

    Path workingDirectory() throws IOException {
        return Files.readSymbolicLink(process.resolve("cwd"));
    }

    /** The environment of the launcher. */
    Map<String, String> environment() throws IOException {
        Map<String, String> variables = new HashMap<>();
        for (String each : Files.readString(process.resolve("environ")).split("\0", -1)) {
            int end = each.indexOf('=');
            if (end > 0) {
                variables.put(each.substring(0, end), each.substring(end + 1));
            }
        }
        return variables;
    }

    /** Has the launcher make its terminal raw. */
    void takeScreen() {
        tell("screen");
    }

    /** Has the launcher stop itself, as Ctrl-Z does. */
    void suspend() {
        tell("suspend");
    }

    private synchronized void tell(String word) {
        try {
            reply.write((word + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // The launcher is gone, which ends this process.
        }
    }

    /** Gives the launcher the exit code, and lets it go. */
    void answer(int exitCode) throws IOException {
        answered = true;
        close();
        tell("exit " + exitCode);
        folder.delete();
        reply.close();
    }

    /** Input that the launcher copies, once it is asked for. */
    private final class CopiedInput extends InputStream {
        private InputStream copied;

        private synchronized InputStream copied() throws IOException {
            if (copied == null) {
                tell("input");
                copied = new FileInputStream(folder.resolve("input").toFile());
                opened.add(copied);
            }
            return copied;
        }

        @Override
        public int read() throws IOException {
            return copied().read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return copied().read(target, offset, length);
        }
    }
}
