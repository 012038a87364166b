package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.Launcher;
import io.qpy.support.StandbyProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calls of all kinds, edits and kills in an order of chance: each call is answered as it would be without a standby process, and
 * nothing adds up in one that serves for long. The properties {@code qpy.standby.seconds} and {@code qpy.standby.seed} say for how
 * long and in which order.
 */
@Tag("nightly")
@EnabledOnOs(OS.LINUX)
class StandbyLongTest {
    /** Of a process that has served so many calls: what was loaded when it was first used is there. */
    private static final int FIRST = 50;

    private static final int FURTHER_FILES = 10;
    private static final int FURTHER_THREADS = 10;
    private static final int FURTHER_KILOBYTES = 100_000;

    @TempDir
    private Path home;

    @TempDir
    private Path cache;

    private final Random random = new Random(Long.getLong("qpy.standby.seed", 1));
    private Launcher launcher;
    private StandbyProcesses processes;
    private int edits;

    /** What a process has open. */
    private record Size(int files, int threads, int kilobytes) {
        static Size of(ProcessHandle process) throws IOException {
            Path folder = Path.of("/proc/" + process.pid());
            return new Size(count(folder.resolve("fd")), count(folder.resolve("task")), resident(folder));
        }

        private static int count(Path folder) throws IOException {
            try (Stream<Path> all = Files.list(folder)) {
                return (int) all.count();
            }
        }

        private static int resident(Path folder) throws IOException {
            return Files.readAllLines(folder.resolve("status")).stream()
                    .filter(each -> each.startsWith("VmRSS:"))
                    .mapToInt(each -> Integer.parseInt(each.replaceAll("\\D", "")))
                    .sum();
        }
    }

    @AfterEach
    void endProcesses() throws IOException, InterruptedException {
        processes.end();
    }

    private void start() throws IOException, InterruptedException {
        Launcher.copyArchive(cache);
        processes = new StandbyProcesses(cache);
        launcher = new Launcher(home, cache).withStandby("-Dqpy.standby.untrained=true");
        edited();
        processes.await(1);
    }

    /** The script is another one, and the next run prints what that does. */
    private void edited() throws IOException, InterruptedException {
        int number = edits++;
        Files.writeString(home.resolve("main.py"), "print('edit', " + number + ")\n");
        assertEquals(
                new Launcher.Ended(0, "edit " + number + "\n", ""), launcher.run(home, "run", "--fresh", "main.py"));
    }

    private void ends(int exitCode, String output, String lastError, String code)
            throws IOException, InterruptedException {
        Launcher.Running running = launcher.start(home, "run", "--fresh", "-c", code);
        running.type("typed\n");
        Launcher.Ended ended = running.await();
        assertEquals(exitCode, ended.exitCode(), () -> code + ": " + ended);
        assertEquals(output, ended.output(), code);
        assertTrue(
                ended.errors().endsWith(lastError) && ended.errors().isEmpty() == lastError.isEmpty(), ended::errors);
    }

    private void interrupted() throws IOException, InterruptedException {
        Launcher.Running running = launcher.start(home, "run", "--fresh", "-c", "print('ready')\nwhile True: pass");
        running.awaitOutput("ready");
        running.interrupt();
        assertEquals(130, running.await().exitCode());
    }

    private void callerKilled() throws IOException, InterruptedException {
        Launcher.Running running = launcher.start(
                home, "run", "--fresh", "-c", "import utime\nfor i in range(3): utime.sleep_ms(100)\nwhile True: pass");
        Thread.sleep(random.nextInt(500));
        running.process().destroyForcibly();
        running.process().waitFor();
    }

    private void standbyKilled() throws IOException {
        List<Path> ready = processes.ready();
        if (!ready.isEmpty()) {
            StandbyProcesses.process(ready.get(0)).destroyForcibly();
        }
    }

    private void atOnce() throws IOException, InterruptedException {
        List<Launcher.Running> all = List.of(
                launcher.start(home, "run", "--fresh", "-c", "import utime; utime.sleep_ms(300); print('first')"),
                launcher.start(home, "run", "--fresh", "-c", "print('second')"));
        assertEquals(new Launcher.Ended(0, "first\n", ""), all.get(0).await());
        assertEquals(new Launcher.Ended(0, "second\n", ""), all.get(1).await());
    }

    private void something(boolean kills) throws IOException, InterruptedException {
        switch (random.nextInt(kills ? 12 : 9)) {
            case 0 -> ends(3, "", "", "import usys; usys.exit(3)");
            case 1 -> ends(1, "", "ValueError: x\n", "raise ValueError('x')");
            case 2 -> ends(0, "TYPED\n", "", "print(input().upper())");
            case 3 -> ends(0, "b'61'\n", "", "import ubinascii; print(ubinascii.hexlify(b'a'))");
            case 4 -> ends(0, "3\n", "", "const = 1\nA = const + 2\nprint(A)");
            case 5 -> ends(0, "done\n", "", "import _thread\n_thread.start_new_thread(print, ('done',))\n");
            case 6 -> assertEquals(new Launcher.Ended(0, "7\n", ""), launcher.run(home, "eval", "3 + 4"));
            case 7 -> interrupted();
            case 9 -> callerKilled();
            case 10 -> standbyKilled();
            case 11 -> atOnce();
            default -> edited();
        }
    }

    @Test
    void everyCallIsAnswered() throws IOException, InterruptedException {
        start();
        long end = System.nanoTime()
                + Duration.ofSeconds(Integer.getInteger("qpy.standby.seconds", 60))
                        .toNanos();
        int calls = 0;
        for (; System.nanoTime() < end; calls++) {
            something(true);
        }
        System.err.println("StandbyLongTest: " + calls + " calls");
    }

    @Test
    void nothingAddsUp() throws IOException, InterruptedException {
        start();
        Size first = null;
        ProcessHandle process = processes.endOthers();
        int served = 0;
        for (int call = 1; call <= Integer.getInteger("qpy.standby.calls", 500); call++) {
            something(false);
            served++;
            if (!process.isAlive()) {
                process = processes.endOthers();
                served = 0;
            }
            if (served == FIRST) {
                processes.awaitAgain(process);
                first = Size.of(process);
            }
        }
        assertTrue(served > FIRST, "replaced too often: the last process has served " + served + " calls");
        processes.awaitAgain(process);
        Size last = Size.of(process);
        System.err.println("StandbyLongTest: " + served + " calls, at " + FIRST + ": " + first + ", now: " + last);
        assertTrue(last.files <= first.files + FURTHER_FILES, () -> "open files: " + last);
        assertTrue(last.threads <= first.threads + FURTHER_THREADS, () -> "threads: " + last);
        assertTrue(last.kilobytes <= first.kilobytes + FURTHER_KILOBYTES, () -> "memory: " + last);
    }
}
