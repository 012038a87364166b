package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qpy.support.Launcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The device's storage on a disk of the PC that is full: a small one, which only the process of the test sees (a mount
 * namespace of its own).
 */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {
    private static final Path SCRIPTS = Path.of("disk").toAbsolutePath();

    @TempDir
    private Path home;

    @Test
    void whatDoesNotFitIsRefusedAndWhatWasThereStays() throws Exception {
        assumeTrue(runs(List.of("unshare", "--map-root-user", "--mount", "true")), "this PC lets nobody mount a disk");
        Path errors = Files.createTempFile("errors", "");
        String command = "mount -t tmpfs -o size=600k none \"$1\" && exec \"$2\" run full.py";
        List<String> shell = List.of(
                "unshare",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                command,
                "sh",
                home.toString(),
                Launcher.COMMAND.toString());
        Process process = new Launcher(home)
                .builder(shell)
                .directory(SCRIPTS.toFile())
                .redirectError(errors.toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String told = Files.readString(errors);
        Files.delete(errors);
        assertEquals(Files.readString(SCRIPTS.resolve("full.py.exp")), output, told);
        assertEquals(0, process.waitFor(), told);
        assertTrue(told.contains("cannot be written: No space left on device; what was there stays: make room"), told);
    }

    private static boolean runs(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
