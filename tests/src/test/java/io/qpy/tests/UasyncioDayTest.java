package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.Launcher;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day of a uasyncio application in virtual time: each of its events happens, and nothing is lost. */
@Tag("nightly")
class UasyncioDayTest {
    @TempDir
    private Path home;

    @Test
    void aDayHasAllItsEvents() throws Exception {
        Path scripts = Path.of("device", "uasyncio").toAbsolutePath();
        Launcher.Ended ended = new Launcher(home).run(scripts, "run", "--time", "virtual", "day.py", "24");
        assertEquals(0, ended.exitCode(), ended.output() + ended.errors());
        assertTrue(ended.output().matches("86435 864\\d 1440 14\\d\\d 1 \\[]\\Rb'59' 24 24 24\\R"), ended.output());
    }
}
