package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.Launcher;
import io.qpy.support.StandbyProcesses;
import io.qpy.support.TmuxScreen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command line without a standby process and with one: what it prints and how it ends. */
final class BothWays {
    private static final int PATIENCE_SECONDS = 120;

    /** The longest that a call which nobody serves takes to find out. */
    private static final int END_SECONDS = 20;

    private final Path home;
    private final Launcher without;
    private final Launcher with;
    private final StandbyProcesses processes;

    /** Who runs the call that has a standby process. */
    enum Served {
        BY_STANDBY,
        BY_ITSELF,
        /** It depends on the environment of the tests. */
        ANYWAY
    }

    /**
     * Waits for the first standby process.
     *
     * @param home the folder of the calls
     * @param cache an empty folder, in which the standby processes wait
     */
    BothWays(Path home, Path cache) throws IOException, InterruptedException {
        this.home = home;
        Launcher.copyArchive(cache);
        without = new Launcher(home.resolve("home"));
        with = new Launcher(home.resolve("home"), cache).withStandby("-Dqpy.standby.untrained=true");
        processes = new StandbyProcesses(cache);
        Files.createDirectories(home.resolve("home"));
        Files.writeString(home.resolve("hello.py"), "print('hello')\n");
        assertEquals("hello\n0\n", shell(with, "qpy run --fresh hello.py; echo $?"));
        processes.await(1);
    }

    /** Runs the same commands of a shell both ways, in which {@code qpy} is the command; returns what both print. */
    String same(String commands, Served served) throws IOException, InterruptedException {
        String alone = shell(without, commands);
        Path folder = processes.await(1);
        assertEquals(alone, shell(with, commands), commands);
        assertServed(folder, served, commands);
        return text(alone);
    }

    /** Compared byte for byte, and read as text. */
    private static String text(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** What commands print where no class archive is used. */
    String withoutArchive(String commands) throws IOException, InterruptedException {
        return text(shell(new Launcher(home.resolve("home"), Path.of("off")), commands));
    }

    /** The same on a terminal: the screen when the command has ended. */
    String sameScreen(String arguments) throws IOException, InterruptedException {
        String alone = screen(without, arguments);
        Path folder = processes.await(1);
        assertEquals(alone, screen(with, arguments), arguments);
        assertServed(folder, Served.BY_STANDBY, arguments);
        return alone;
    }

    /** A standby process waits in a folder for one call, and for the next in another. */
    private static void assertServed(Path folder, Served served, String call) throws InterruptedException {
        if (served != Served.BY_STANDBY) {
            assertTrue(served == Served.ANYWAY || Files.exists(folder), "served by a standby process: " + call);
            return;
        }
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(END_SECONDS);
        while (Files.exists(folder) && System.nanoTime() < patience) {
            Thread.sleep(10);
        }
        assertFalse(Files.exists(folder), "not served by the standby process: " + call);
    }

    private String screen(Launcher launcher, String arguments) throws IOException, InterruptedException {
        try (TmuxScreen screen = new TmuxScreen(home, "100x30", launcher.environment(), arguments)) {
            screen.await("ended: ");
            return masked(screen.text());
        }
    }

    private String shell(Launcher launcher, String commands) throws IOException, InterruptedException {
        Process process = launcher.builder(List.of(
                        "sh", "-c", "qpy() { " + Launcher.COMMAND + " \"$@\"; }\n{ " + commands + "\n} 2>home/errors"))
                .directory(home.toFile())
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("does not end: " + commands);
        }
        return masked(output + Files.readString(home.resolve("home/errors"), StandardCharsets.ISO_8859_1));
    }

    /** How long something took is another each time; on a slow PC a busy script does not tell its line in time. */
    private static String masked(String text) {
        return text.replaceAll("\\d+\\.\\d+ s\\b", "… s").replaceAll("(:\\d+)?: stopped after", ": stopped after");
    }

    /** Ends the standby process that waits. */
    void end() throws IOException, InterruptedException {
        processes.end();
    }
}
