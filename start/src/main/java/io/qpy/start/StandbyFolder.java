package io.qpy.start;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the launcher and a standby process meet: a folder that only this user can enter, with the named pipes {@code
 * control} and {@code input} (to the standby), {@code reply}, {@code output} and {@code errors} (from it), and the files
 * {@code process} and {@code for} (whom it serves). Whoever makes the file {@code claimed} has it: the launcher, to be served,
 * or the standby, when nobody came. It is deleted last; so who looks for a process that waits looks for it first.
 */
final class StandbyFolder {
    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofSeconds(15);
    private static final String CLAIMED = "claimed";
    private static final String FOR = "for";
    private static final String SUFFIX = ".standby";
    private static final List<String> PIPES = List.of("control", "input", "reply", "output", "errors");

    private final Path ready;
    private final int number;
    private final Thread watch = new Thread(this::endWhenIdle, "qpy-idle");
    private volatile Path path;
    private volatile boolean called;
    private ControlPipe control;
    private ReplyPipe reply;
    private byte[] whose;
    private FileTime since;

    /**
     * That for the first call, as the launcher has made it.
     *
     * @param ready its name from when it may be called
     */
    StandbyFolder(Path path, Path ready) {
        this(path, ready, 1);
    }

    private StandbyFolder(Path path, Path ready, int number) {
        this.path = path;
        this.ready = ready;
        this.number = number;
    }

    /** Makes that for the next call; its process is as old as this one's. */
    StandbyFolder next() throws IOException {
        String name = ready.getFileName().toString();
        String stem = name.substring(0, name.length() - (number == 1 ? "" : "-" + number).length() - SUFFIX.length());
        Path folder = ready.resolveSibling(stem + "-" + (number + 1) + SUFFIX);
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        makePipes(folder);
        Files.write(folder.resolve(FOR), whose);
        Files.setLastModifiedTime(folder.resolve(FOR), since);
        return new StandbyFolder(folder, folder, number + 1);
    }

    private static void makePipes(Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of("mkfifo", "-m", "600"));
        command.addAll(PIPES);
        Process made = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (made.waitFor() != 0) {
                throw new IOException("mkfifo ended with " + made.exitValue());
            }
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    /** Shows that the standby is ready; ends the process when nobody needs it. */
    void announce() throws IOException {
        whose = Files.readAllBytes(resolve(FOR));
        since = Files.getLastModifiedTime(resolve(FOR));
        control = new ControlPipe(resolve("control"));
        reply = new ReplyPipe(resolve("reply"));
        long process = ProcessHandle.current().pid();
        Path written = Files.writeString(resolve("written"), process + " " + began(process) + "\n");
        Files.move(written, resolve("process"), StandardCopyOption.ATOMIC_MOVE);
        if (!path.equals(ready)) {
            Files.move(path, ready, StandardCopyOption.ATOMIC_MOVE);
            path = ready;
        }
        watch.setDaemon(true);
        watch.start();
    }

    ControlPipe control() {
        return control;
    }

    ReplyPipe reply() {
        return reply;
    }

    /** When a process began, in the kernel's ticks: with its number, what tells it from every other. */
    private static String began(long process) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[19];
    }

    private void endWhenIdle() {
        try {
            Duration idle = Duration.ZERO;
            while (idle.compareTo(IDLE) < 0 && Files.exists(path) && !Files.exists(resolve(CLAIMED))) {
                Thread.sleep(LOOK.toMillis());
                idle = idle.plus(LOOK);
            }
            if (!claim()) {
                // Whoever has it calls soon, or never.
                Thread.sleep(LOOK.toMillis());
            }
            end();
        } catch (InterruptedException e) {
            // It is called.
        }
    }

    private boolean claim() {
        try {
            Files.createFile(resolve(CLAIMED));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void end() {
        if (!called) {
            delete();
            Runtime.getRuntime().halt(0);
        }
    }

    /** The launcher has come. */
    void called() {
        called = true;
        watch.interrupt();
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** Deletes the folder, as far as it is still there. */
    void delete() {
        Path claimed = resolve(CLAIMED);
        try (Stream<Path> entries = Files.list(path)) {
            for (Path entry : (Iterable<Path>) entries.filter(each -> !each.equals(claimed))::iterator) {
                Files.deleteIfExists(entry);
            }
            Files.deleteIfExists(claimed);
            Files.deleteIfExists(path);
        } catch (IOException | UncheckedIOException e) {
            // Another deletes it, too.
        }
    }
}
