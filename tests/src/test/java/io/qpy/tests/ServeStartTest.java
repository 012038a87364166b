package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
                assertEquals("qpy: wrong token\r\n", stranger.ask("guess\n", "\r\n"));
                assertTrue(stranger.isEnded());
            }
            try (ServedBoard.Client friend = board.connect()) {
                friend.until("token: ");
                friend.ask("open sesame\n\r", ">>> ");
            }
        }
    }
}
