package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qpy.support.Launcher;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample application's own tests pass. */
class TrackerTest {
    @TempDir
    private Path home;

    @Test
    void itsTestsPass() throws IOException, InterruptedException {
        Launcher.Ended ended = new Launcher(home).run(Path.of("../samples/tracker"), "test", ".");
        assertEquals(0, ended.exitCode(), ended.output() + ended.errors());
    }
}
