package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The standby processes that wait in a cache folder. */
final class StandbyProcesses {
    private static final int PATIENCE_SECONDS = 120;
    private static final int LOOK_MILLIS = 50;

    private final Path cache;

    StandbyProcesses(Path cache) {
        this.cache = cache;
    }

    /** Waits until so many are ready; returns the folder of the first. */
    Path await(int count) throws InterruptedException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        List<Path> ready = ready();
        while (ready.size() < count) {
            assertTrue(System.nanoTime() < patience, () -> "no standby process in " + folders());
            Thread.sleep(LOOK_MILLIS);
            ready = ready();
        }
        return ready.get(0);
    }

    /** Their folders. */
    List<Path> ready() {
        return folders().stream()
                .filter(each -> !Files.exists(each.resolve("claimed")) && Files.exists(each.resolve("process")))
                .toList();
    }

    private List<Path> folders() {
        try (Stream<Path> all = Files.list(cache)) {
            return all.filter(each -> each.toString().endsWith(".standby")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process that waits in a folder. */
    static ProcessHandle process(Path folder) throws IOException {
        String number = Files.readString(folder.resolve("process")).split(" ", 2)[0];
        return ProcessHandle.of(Long.parseLong(number)).orElseThrow();
    }

    /** Ends those that wait, and the one that is still getting ready. */
    void end() throws IOException, InterruptedException {
        await(1);
        for (Path each : ready()) {
            process(each).destroy();
        }
    }
}
