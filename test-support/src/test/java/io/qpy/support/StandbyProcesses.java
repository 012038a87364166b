package io.qpy.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The standby processes that wait in a cache folder. */
public final class StandbyProcesses {
    private final Path cache;

    /** Those of a cache folder. */
    public StandbyProcesses(Path cache) {
        this.cache = cache;
    }

    /** Waits until so many are ready; returns the folder of the first. */
    public Path await(int count) throws InterruptedException {
        Patience.until(() -> ready().size() >= count, () -> "no standby process in " + folders());
        return ready().get(0);
    }

    /** Waits until a process that has served a call is ready for the next. */
    public void awaitAgain(ProcessHandle process) throws InterruptedException {
        Patience.until(
                () -> ready().stream().anyMatch(each -> process.equals(of(each))),
                () -> process.pid() + (process.isAlive() ? " is not" : " has ended, and is not") + " in " + folders());
    }

    private static ProcessHandle of(Path folder) {
        try {
            return process(folder);
        } catch (IOException | RuntimeException e) {
            return null; // it has just been called, or has ended
        }
    }

    /** Their folders. */
    public List<Path> ready() {
        return folders().stream()
                .filter(each -> !Files.exists(each.resolve("claimed")) && Files.exists(each.resolve("process")))
                .toList();
    }

    private List<Path> folders() {
        try (Stream<Path> all = Files.list(cache)) {
            return all.filter(each -> each.toString().endsWith(".standby"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process that waits in a folder. */
    public static ProcessHandle process(Path folder) throws IOException {
        String number = Files.readString(folder.resolve("process")).split(" ", 2)[0];
        return ProcessHandle.of(Long.parseLong(number)).orElseThrow();
    }

    /** Ends those that wait but the first, so that it serves the calls to come; returns it. */
    public ProcessHandle endOthers() throws IOException, InterruptedException {
        await(1);
        List<Path> all = ready();
        for (Path each : all.subList(1, all.size())) {
            ProcessHandle other = process(each);
            other.destroyForcibly();
            other.onExit().join();
            try (Stream<Path> files = Files.list(each)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Files.delete(file);
                }
            }
            Files.delete(each);
        }
        return process(all.get(0));
    }

    /** Ends those that wait, and the one that is still getting ready. */
    public void end() throws IOException, InterruptedException {
        await(1);
        for (Path each : ready()) {
            process(each).destroy();
        }
    }
}
