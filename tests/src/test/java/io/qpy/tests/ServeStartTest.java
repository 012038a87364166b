package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a served device starts, and whom it lets in. */
class ServeStartTest {
    @Test
    void mainRunsBeforeThePromptAndAgainAfterASoftReset() throws IOException {
        String main = "import utime\nutime.sleep(2)\nprint('main ran')\nname = 5\n";
        try (ServedBoard board = new ServedBoard(null, main);
                ServedBoard.Client client = board.connect()) {
            client.until("main ran\r\n");
            client.until(">>> ");
            assertTrue(client.ask("name\r", ">>> ").contains("5"), "its names stay");
            client.ask("\004", "MPY: soft reboot\r\n");
            client.until("main ran\r\n");
        }
    }

    @Test
    void ctrlCEndsAnEndlessMainAndThePromptComes() throws IOException {
        try (ServedBoard board = new ServedBoard(null, "while True:\n    print('busy')\n");
                ServedBoard.Client client = board.connect()) {
            client.until("busy");
            String answer = client.ask("\003", ">>> ");
            assertTrue(answer.contains("KeyboardInterrupt"), answer);
        }
    }

    @Test
    void aTokenComesFirst() throws IOException {
        try (ServedBoard board = new ServedBoard("open sesame", null)) {
            try (ServedBoard.Client stranger = board.connect()) {
                stranger.until("token: ");
                assertEquals("qpy: wrong token [serve-token]\r\n", stranger.ask("guess\n", "\r\n"));
                assertTrue(stranger.isEnded());
            }
            try (ServedBoard.Client friend = board.connect()) {
                friend.until("token: ");
                friend.ask("open sesame\n\r", ">>> ");
            }
        }
    }

    /** Tokens are compared as UTF-8: nothing that merely becomes the same in another encoding is let in. */
    @Test
    void aTokenIsComparedAsUtf8() throws IOException {
        assertLetsIn("密码é1234", "??é1234", "???1234", "密码é123", "密码é12345", "密碼é1234", "\u00c6\u0001é1234", "");
        assertLetsIn("ｓｅｃｒｅｔ", "secret", "??????", "ｓｅｃｒｅＴ");
        assertLetsIn("é", "e", "?", "\ufffd", "É");
    }

    @Test
    void bytesThatAreNoUtf8AreNotLetIn() throws IOException {
        try (ServedBoard board = new ServedBoard("é", null)) {
            for (String latin1 :
                    List.of("\u00e9", "\u00c3", "\u00ff", "\u00c3\u00a9\u0000", "\u00ed\u00a0\u0080", "\0")) {
                assertFalse(letsIn(board, latin1));
            }
        }
    }

    private static void assertLetsIn(String token, String... others) throws IOException {
        try (ServedBoard board = new ServedBoard(token, null)) {
            for (String other : others) {
                assertFalse(letsIn(board, latin1(other)), () -> token + " is asked for, and lets in " + other);
            }
            assertTrue(letsIn(board, latin1(token)), token);
        }
    }

    /** The bytes of a text's UTF-8, each as a character. */
    private static String latin1(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static boolean letsIn(ServedBoard board, String typed) throws IOException {
        try (ServedBoard.Client client = board.connect()) {
            client.until("token: ");
            client.send(typed + "\n\r");
            return !client.until("\r\n").equals("qpy: wrong token [serve-token]\r\n");
        }
    }
}
