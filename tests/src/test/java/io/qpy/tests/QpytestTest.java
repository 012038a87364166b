package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code qpytest}: the tests of its verbs are device scripts, in tests/qpytest. */
class QpytestTest {
    @TempDir
    private Path home;

    @Test
    void everyVerbDoesWhatItSays() throws Exception {
        Launcher.Ended ended = new Launcher(home).run(Path.of("qpytest").toAbsolutePath(), "test", "-v");
        assertEquals(0, ended.exitCode(), ended.output() + ended.errors());
        assertTrue(ended.output().contains(written() + " passed"), ended.output());
    }

    /** How many tests stand in the files. */
    private static long written() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("qpytest"))) {
            List<Path> scripts =
                    files.filter(each -> each.toString().endsWith(".py")).toList();
            long count = 0;
            for (Path each : scripts) {
                count += Files.readAllLines(each).stream()
                        .filter(line -> line.startsWith("def test_"))
                        .count();
            }
            return count;
        }
    }

    @Test
    void onlyTestsCanImportIt() throws Exception {
        Path script = Files.writeString(home.resolve("main.py"), "import qpytest\n");
        Launcher.Ended ended = new Launcher(home).run(home, "run", script.toString());
        assertEquals(1, ended.exitCode());
        assertTrue(ended.errors().contains("no module named 'qpytest'"), ended.errors());
    }
}
