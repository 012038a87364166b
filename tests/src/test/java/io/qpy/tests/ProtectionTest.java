package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in that the prompt has is shut after system.replSetEnable(1), until the device is reset. */
class ProtectionTest {
    private static final String CTRL_A = "\001";
    private static final String CTRL_B = "\002";
    private static final String CTRL_D = "\004";
    private static final String PROTECT = "import system; system.replSetEnable(1)";

    /** Where the device 'default' is protected. */
    @TempDir
    private static Path folder;

    @BeforeAll
    static void protect() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("script.py"), "print('ran')\n");
        protect(folder);
    }

    private static void protect(Path home) throws IOException, InterruptedException {
        assertEquals(0, run(home, "", "exec", PROTECT).exitCode());
    }

    private static Launcher.Ended run(Path home, String input, String... arguments)
            throws IOException, InterruptedException {
        Launcher.Running running = new Launcher(home).start(home, arguments);
        running.type(input);
        return running.await();
    }

    @ParameterizedTest
    @EnumSource(ServedBoard.Line.class)
    void aServedPromptRefusesEverything(ServedBoard.Line line) throws IOException {
        try (ServedBoard board = new ServedBoard(line);
                ServedBoard.Client client = board.connect()) {
            client.ask("'ready'\r", "'ready'\r\n>>> ");
            client.ask(CTRL_A, "raw REPL; CTRL-B to exit\r\n>");
            client.ask(PROTECT + CTRL_D, CTRL_D + ">");
            assertEquals("OK\004REPL refuse\r\n\004>", client.ask("print(1)" + CTRL_D, CTRL_D + ">"));
            client.ask("\005A\001", "\001\240\017\001");
            assertEquals("\004\004REPL refuse\r\n\004>", client.ask("print(1)" + CTRL_D, CTRL_D + ">"));
            client.ask(CTRL_B, ">>> ");
            assertEquals("1\r\nREPL refuse\r\n>>> ", client.ask("1\r", ">>> "));
            assertEquals("\r\nREPL refuse\r\n>>> ", client.ask(CTRL_A, ">>> "));
            assertEquals("\r\nREPL refuse\r\n>>> ", client.ask("\005", ">>> "));
            client.ask(CTRL_D, "MPY: soft reboot");
            client.until(">>> ");
            assertEquals("1\r\nREPL refuse\r\n>>> ", client.ask("1\r", ">>> "));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exec|print('ran')",
                "eval|'ran'",
                "fs|cat|/usr/secret.txt",
                "fs|cp|script.py|:/usr/main.py",
                "-c|print('ran')",
                "-m|script",
                "-",
                "-i|-c|print('ran')"
            })
    void aCommandThatDoesAPromptsWorkRefuses(String command) throws IOException, InterruptedException {
        Launcher.Ended ended = run(folder, "print('ran')\n", command.split("\\|", -1));
        assertEquals(2, ended.exitCode(), ended::errors);
        assertEquals("", ended.output());
        assertTrue(ended.errors().startsWith("qpy: REPL refuse: the prompt of the device 'default'"), ended.errors());
    }

    @Test
    void whatComesFromAPipeIsRefusedAndScriptsRun() throws IOException, InterruptedException {
        Launcher.Ended piped = run(folder, "print('got in')\n", "repl");
        assertEquals("REPL refuse\n", piped.errors());
        assertEquals("", piped.output());
        Launcher.Ended after = run(folder, "print('got in')\n", "-i", "script.py");
        assertEquals("ran\n", after.output());
        assertEquals("REPL refuse\n", after.errors());
        assertEquals("ran\n", run(folder, "", "script.py").output());
    }

    @Test
    void aResetSaysWhatItErasesAndOpensThePrompt(@TempDir Path home) throws IOException, InterruptedException {
        protect(home);
        assertEquals(
                "erased /usr/system_config.json\ndevice 'default' is as new\n",
                run(home, "", "device", "reset", "default").output());
        Launcher.Ended ended = run(home, "", "eval", "1 + 1");
        assertEquals("2\n", ended.output());
        assertFalse(ended.errors().contains("refuse"), ended.errors());
    }
}
