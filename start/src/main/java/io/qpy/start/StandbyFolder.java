package io.qpy.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

    private volatile Path path;
    private volatile boolean called;

    StandbyFolder(Path path) {
        this.path = path;
    }

    /** Shows that the standby is ready; ends the process when nobody needs it. */
    void announce(Path ready) throws IOException {
        long process = ProcessHandle.current().pid();
        Files.writeString(path.resolve("process"), process + " " + began(process) + "\n");
        Files.move(path, ready);
        path = ready;
        Thread watch = new Thread(this::endWhenIdle, "qpy-idle");
        watch.setDaemon(true);
        watch.start();
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
            Thread.currentThread().interrupt();
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
