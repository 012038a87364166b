package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qpy.support.Launcher;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is wrong on the board: the script has the module's exception or result, the person one line, and the device goes on. The
 * script, what it prints and what the person is told are in tests/scripts/board. Mistakes of {@code qpy.toml} itself are in
 * ConfigTest and UartTest, what a model lacks in MachineTest.
 */
class BoardBadInputTest {
    @TempDir
    private Path home;

    @Test
    void eachIsOneLineAndTheScriptGoesOn() throws Exception {
        Path folder = Scripts.path("board");
        Launcher.Ended ended = new Launcher(home).run(folder, "run", "--time", "virtual", "wrong.py");
        assertEquals(Scripts.expected("board/wrong.py"), ended.output(), ended.errors());
        assertEquals(Files.readString(folder.resolve("wrong.py.err")), ended.errors());
        assertEquals(1, ended.exitCode());
    }
}
