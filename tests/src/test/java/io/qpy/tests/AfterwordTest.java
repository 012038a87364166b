package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qpy.support.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code qpy run} says at a script's end: what of it the module would refuse, once for each text. */
class AfterwordTest {
    private static final String TWO = Scripts.source("afterword/two.py");
    private static final String FIRST =
            "main.py:2:7: f-string: MicroPython has f-strings from 1.17 on. Use '{}'.format(x) or '%s' % x.\n";

    @TempDir
    private Path folder;

    @TempDir
    private Path home;

    private Path script;

    @BeforeEach
    void write() throws IOException {
        script = Files.writeString(folder.resolve("main.py"), TWO);
    }

    @Test
    void theFirstFindingAndTheirCountAreSaidOnce() throws Exception {
        Launcher.Ended ended = run("run", "main.py");
        assertEquals(Scripts.expected("afterword/exits.py"), ended.output());
        assertEquals("qpy: 2 findings: qpy check main.py; " + FIRST, ended.errors());
        assertEquals(0, ended.exitCode());
        assertEquals("", run("run", "main.py").errors());
        Files.writeString(script, TWO + Scripts.source("afterword/exits.py"));
        Launcher.Ended edited = run("run", "main.py");
        assertEquals("qpy: 2 findings: qpy check main.py; " + FIRST, edited.errors());
        assertEquals(3, edited.exitCode());
    }

    @Test
    void quietSaysNothingAndRemembersNothing() throws Exception {
        assertEquals("", run("run", "-q", "main.py").errors());
        assertEquals(
                "qpy: 2 findings: qpy check main.py; " + FIRST,
                run("run", "main.py").errors());
    }

    @Test
    void whatAFailureSaidIsNotSaidAgain() throws Exception {
        Files.writeString(script, "import requests\n");
        Launcher.Ended ended = run("run", "main.py");
        assertEquals(1, ended.exitCode());
        assertEquals("""
                Traceback (most recent call last):
                  File "main.py", line 1, in <module>
                ImportError: no module named 'requests'
                qpy: main.py:1: no-module: the firmware of 2025 has no module 'requests'. Use request.
                """, ended.errors());
        Files.writeString(script, Scripts.source("afterword/failure.py"));
        String last = run("run", "main.py").errors().lines().reduce("", (before, line) -> line);
        assertEquals(
                "qpy: 2 findings: qpy check main.py; "
                        + FIRST.replace("2:7", "1:7").strip(),
                last);
    }

    @Test
    void aScriptThatLeavesNothingToCheckInIsNotChecked() throws Exception {
        Files.writeString(script, TWO + Scripts.source("afterword/nothing_left_1.py"));
        Launcher.Ended ended = run("run", "main.py");
        assertEquals(0, ended.exitCode(), ended.errors());
        Files.writeString(script, Scripts.source("afterword/nothing_left_2.py"));
        assertEquals(
                "qpy: the script has switched the module off (misc.Power.powerDown) [power]\n",
                run("run", "main.py").errors());
    }

    private Launcher.Ended run(String... arguments) throws Exception {
        return new Launcher(home).run(folder, arguments);
    }
}
