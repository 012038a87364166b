package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A served device goes on, whatever comes in. */
class ServeBadInputTest {
    private static final String CTRL_A = "\001";
    private static final String CTRL_C = "\003";
    private static final String CTRL_D = "\004";
    private static final int MUCH_BYTES = 5_000_000;

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

    private void assertAlive() throws IOException {
        assertTrue(client.ask("40+2\r", "42\r\n>>> ").contains("40+2"));
    }

    private static String lines(String each) {
        return each.repeat(MUCH_BYTES / each.length());
    }

    @Test
    void fiveMegabytesOfOneStatement() throws IOException {
        client.send("x = '''\r" + lines("# a line of a text that goes on and on\r") + "'''\r");
        client.ask("len(x) > 4000000\r", "True\r\n>>> ");
        assertAlive();
    }

    @Test
    void fiveMegabytesOfStatements() throws IOException {
        client.send("y = 0\r" + "y += 1\r".repeat(5000) + "# " + lines("much ") + "\r");
        client.ask("y, 'lines'\r", "(5000, 'lines')\r\n>>> ");
        assertAlive();
    }

    @Test
    void fiveMegabytesInPasteMode() throws IOException {
        client.ask("\005", "=== ");
        client.send("z = '''\r" + lines("a line of a text\r") + "'''\rprint(len(z) > 4000000)\r");
        client.ask(CTRL_D, "True\r\n>>> ");
        assertAlive();
    }

    /** The parser would need a kilobyte for each token: 3 GB and a minute for the dictionary. */
    @Test
    void fiveMegabytesOfCodeAreMoreThanADeviceHasMemoryFor() throws IOException {
        client.ask("x = {" + lines("'a': [1, 2], ") + "}\r", "MemoryError: memory allocation failed\r\n>>> ");
        client.ask("\005", "=== ");
        client.send(lines("a = 1234567\r"));
        client.ask(CTRL_D, "MemoryError: memory allocation failed\r\n>>> ");
        client.ask(CTRL_A, "raw REPL; CTRL-B to exit\r\n>");
        client.send(lines("a = 1234567\r"));
        client.ask(CTRL_D, "MemoryError: memory allocation failed\r\n" + CTRL_D + ">");
        client.ask("\002", ">>> ");
        assertTrue(board.notices().toString().contains("<stdin>: more code than any module has memory for"));
        assertAlive();
    }

    @Test
    void fiveMegabytesWithTabs() throws IOException {
        client.send("x = '''\r" + lines("a text\twith tabs\r") + "'''\r");
        client.ask("len(x) > 4000000\r", "True\r\n>>> ");
        assertAlive();
    }

    @Test
    void controlCharactersAreNoCode() throws IOException {
        client.ask("1\000\007\017\021\022\023\024\026\030\031\032\034\035\036\037+1\r", "2\r\n>>> ");
        client.ask("\033[999;999;999;999;999;999H\033[?25h\033Ox\033\033[A", "");
        client.ask(CTRL_C, ">>> ");
        assertAlive();
    }

    @Test
    void halfAnEscapeSequenceEndsWithTheLine() throws IOException {
        client.ask("\033[", "");
        client.ask("\r\r" + CTRL_C, ">>> ");
        assertAlive();
    }

    @Test
    void whatIsNotUtf8InPasteMode() throws IOException {
        client.ask("\005", "=== ");
        String answer = client.ask("print(len('\377\376'))\r" + CTRL_D, ">>> ");
        assertTrue(answer.endsWith("\r\n2\r\n>>> "), answer);
        assertAlive();
    }

    @Test
    void aClientThatVanishesFromAFloodLeavesTheDeviceFree() throws IOException {
        client.send("while True: print('flood' * 100)\r\r");
        client.until("floodflood");
        client.close();
        client = attachAgain();
        assertAlive();
    }

    private ServedBoard.Client attachAgain() throws IOException {
        while (true) {
            ServedBoard.Client next = board.connect();
            try {
                next.ask(CTRL_C, "KeyboardInterrupt");
                next.until(">>> ");
                return next;
            } catch (AssertionError e) {
                next.close(); // The device has not yet noticed that the other one is gone.
            }
        }
    }

    @Test
    void aPasteThatBeginsAndNeverEndsIsGivenUp() throws IOException {
        client.ask("\005", "=== ");
        client.send("half of it");
        client.ask(CTRL_C, ">>> ");
        client.ask(CTRL_A, "raw REPL; CTRL-B to exit\r\n>");
        client.ask("\005A\001", "\001\240\017\001");
        client.ask("print(" + CTRL_D, CTRL_D + ">");
        assertEquals("OK1\r\n\004\004>", client.ask("print(1)" + CTRL_D, CTRL_D + ">"));
    }
}
