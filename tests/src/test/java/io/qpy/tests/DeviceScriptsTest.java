package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qpy.support.Launcher;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of {@code tests/device} print what a real MicroPython printed; {@code record.mjs} there records it. */
class DeviceScriptsTest {
    @TempDir
    private Path home;

    @Test
    void scriptsPrintWhatMicroPythonPrints() throws Exception {
        Path scripts = Path.of("device").toAbsolutePath();
        Launcher.Ended ended = new Launcher(home).run(scripts, "test", "-q", ".");
        assertEquals(0, ended.exitCode(), ended.output() + ended.errors());
    }
}
