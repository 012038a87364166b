package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a tool meets at a served device's port: MicroPython's prompts, byte by byte. */
class ServeTest {
    private static final String CTRL_A = "\001";
    private static final String CTRL_B = "\002";
    private static final String CTRL_C = "\003";
    private static final String CTRL_D = "\004";
    private static final String RAW = "raw REPL; CTRL-B to exit\r\n>";
    private static final String BANNER =
            "Quecpython v1.12 on 2020-06-23 ; EC600S with QUECTEL\r\nType \"help()\" for more information.\r\n>>> ";

    private ServedBoard board;
    private ServedBoard.Client client;

    @BeforeEach
    void attach() throws IOException {
        board = new ServedBoard(null, null);
        client = board.connect();
        client.ask("'ready'\r", "'ready'\r\n>>> ");
    }

    @AfterEach
    void detach() throws IOException {
        client.close();
        board.close();
    }

    private String raw(String code) throws IOException {
        return client.ask(code + CTRL_D, CTRL_D + ">");
    }

    @Test
    void theBannerIsTheFirmwares() throws IOException {
        assertEquals("\r\n" + BANNER, client.ask(CTRL_B, ">>> "));
        client.ask(CTRL_A, RAW);
        String uname = raw("import uos; print(uos.uname()[3][8:], ';', uos.uname()[4][8:])");
        assertTrue(BANNER.contains(uname.substring(2, uname.indexOf("\r\n"))), uname);
    }

    @Test
    void rawCodeGivesItsOutputAndItsTraceback() throws IOException {
        client.ask(CTRL_A, RAW);
        assertEquals("OK123\r\n\004\004>", raw("print(123)"));
        assertEquals(
                "OK\004Traceback (most recent call last):\r\n  File \"<stdin>\", line 1, in <module>\r\n"
                        + "ZeroDivisionError: divide by zero\r\n\004>",
                raw("1/0"));
        assertEquals("OK\004\004>", raw("x = 7"));
        assertEquals("OK7\r\n\004\004>", raw("print(x)"));
        assertEquals("\r\n" + BANNER, client.ask(CTRL_B, ">>> "));
        assertEquals("x\r\n7\r\n>>> ", client.ask("x\r", ">>> "));
    }

    @Test
    void rawPasteHasFlowControl() throws IOException {
        client.ask(CTRL_A, RAW);
        String header = client.ask("\005A\001", "\001\240\017\001");
        assertEquals("R\001\240\017\001", header);
        String code = "# " + "x".repeat(3990) + "\nprint(5)\n";
        client.send(code);
        assertEquals("\001", client.until("\001"));
        assertEquals("\0045\r\n\004\004>", client.ask(CTRL_D, "\004>"));
        assertEquals("R\000>", client.ask("\005Z\001", ">"), "another way to paste is declined");
    }

    @Test
    void halfAFrameIsAbandonedByCtrlC() throws IOException {
        client.ask(CTRL_A, RAW);
        client.ask("\005A\001", "\001\240\017\001");
        String answer = client.ask("print(" + CTRL_C, "\004>");
        assertTrue(answer.startsWith("\004") && answer.contains("KeyboardInterrupt"), answer);
        assertEquals("OK1\r\n\004\004>", raw("print(1)"));
    }

    @Test
    void aClientThatVanishesLeavesAPromptForTheNext() throws IOException {
        client.ask(CTRL_A, RAW);
        raw("kept = 1");
        client.ask("\005A\001", "\001\240\017\001");
        client.send("half of");
        client.close();
        client = attachAgain();
        client.ask("\r", ">>> ");
        assertTrue(client.ask("kept\r", "1\r\n>>> ").contains("kept\r\n1"));
    }

    private ServedBoard.Client attachAgain() throws IOException {
        while (true) {
            ServedBoard.Client next = board.connect();
            try {
                next.ask("\r", ">>> ");
                return next;
            } catch (AssertionError e) {
                next.close(); // The device has not yet noticed that the other one is gone.
            }
        }
    }

    @Test
    void twoClientsAreOneTooMany() throws IOException {
        try (ServedBoard.Client second = board.connect()) {
            assertEquals("qpy: another client is attached to this device [serve-busy]\r\n", second.until("\r\n"));
            assertTrue(second.isEnded());
        }
        assertTrue(client.ask("1+1\r", ">>> ").contains("2"));
    }

    @Test
    void ctrlCReachesABusyLoopAndASleepAndNotTheOtherThreads() throws IOException {
        client.ask(CTRL_A, RAW);
        raw("""
                import _thread, utime
                def work():
                    global done
                    utime.sleep(3)
                    done = True
                done = False
                t = _thread.start_new_thread(work, ())
                """);
        for (String code : new String[] {"while 1: pass", "utime.sleep(1000)", "input()"}) {
            client.ask("print('on')\n" + code + CTRL_D, "on\r\n");
            String answer = client.ask(CTRL_C, "\004>");
            assertTrue(answer.contains("KeyboardInterrupt"), code + ": " + answer);
        }
        assertEquals("OKTrue\r\n\004\004>", raw("while _thread.threadIsRunning(t): utime.sleep_ms(50)\nprint(done)"));
    }

    @Test
    void aSoftResetForgetsNamesAndKeepsFiles() throws IOException {
        client.ask(CTRL_A, RAW);
        raw("x = 1\nwith open('/usr/kept.txt', 'w') as f: f.write('kept')");
        assertEquals("OK\r\nMPY: soft reboot\r\n" + RAW, client.ask(CTRL_D, RAW));
        assertTrue(raw("print(x)").contains("NameError"));
        assertEquals("OKkept\r\n\004\004>", raw("print(open('/usr/kept.txt').read())"));
        assertEquals("OK\004\004MPY: soft reboot\r\n" + RAW, client.ask("raise SystemExit" + CTRL_D, RAW));
    }

    @Test
    void blocksAreIndentedAndPasteModeTakesThemAsTheyAre() throws IOException {
        String block = client.ask("for i in range(2):\rprint(i)\r\r\r\r", "1\r\n>>> ");
        assertEquals("for i in range(2):\r\n...     print(i)\r\n...     \r\n...     \r\n... \r\n0\r\n1\r\n>>> ", block);
        client.ask("\005", "=== ");
        assertTrue(client.ask("if 1:\r  print('pasted')\r" + CTRL_D, ">>> ").endsWith("\r\npasted\r\n>>> "));
    }

    @Test
    void theLineCanBeEdited() throws IOException {
        assertTrue(client.ask("12" + "\033[D" + "+\r", ">>> ").endsWith("\r\n3\r\n>>> "));
        assertTrue(client.ask("\033[A\r", ">>> ").endsWith("\r\n3\r\n>>> "), "the line before");
        assertTrue(client.ask("99\b\b7\r", ">>> ").endsWith("\r\n7\r\n>>> "));
        assertTrue(client.ask("imp\tutim\t\r", ">>> ").contains("import utime"), "completion");
    }

    @Test
    void whatIsNotUtf8IsSaid() throws IOException {
        client.ask(CTRL_A, RAW);
        String answer = raw("x = 1\ny = '\377'");
        assertTrue(answer.contains("line 2\r\nUnicodeError"), answer);
        assertFalse(client.ask("\r" + CTRL_B, ">>> ").isEmpty());
        assertTrue(client.ask("'\377'\r", ">>> ").contains("\357\277\275"), "the replacement character");
    }

    @Test
    void fiveMegabytesArePasted() throws IOException {
        client.ask(CTRL_A, RAW);
        String line = "x = " + "1 + ".repeat(20) + "1\n";
        client.send("y = 0\n'''" + line.repeat(5_000_000 / line.length()) + "'''\nprint('all')");
        assertEquals("OKall\r\n\004\004>", raw(""));
    }

    @Test
    void aPasswordOpensAProtectedPrompt() throws IOException {
        client.ask("import system; system.replSetEnable(1, password='secret7')\r", "Please enter password:");
        assertEquals("*****\r\nIncorrect password, please try again:", client.ask("wrong\r", "try again:"));
        assertEquals("*******\r\nREPL enable\r\n>>> ", client.ask("secret7\r", ">>> "));
        assertTrue(client.ask("1+1\r", ">>> ").contains("2"));
    }
}
