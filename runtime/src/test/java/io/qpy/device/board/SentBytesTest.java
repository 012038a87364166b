package io.qpy.device.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The last bytes that a port has sent. */
class SentBytesTest {
    private final SentBytes sent = new SentBytes();

    private void add(String text) {
        sent.add(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void takesFromTheFront() {
        add("AT\r\n");
        add("ATI\r\n");
        assertEquals(4, sent.endOf(new byte[] {'\r', '\n'}));
        assertArrayEquals(new byte[] {'A', 'T', '\r', '\n'}, sent.take(4));
        assertEquals(3, sent.endOf(new byte[] {'A', 'T', 'I'}));
        assertEquals(-1, sent.endOf(new byte[] {'O', 'K'}));
        sent.skip(3);
        assertArrayEquals(new byte[] {'\r', '\n'}, sent.last(sent.count()));
        sent.clear();
        assertEquals(0, sent.count());
    }

    @Test
    void keepsTheLast64KiB() {
        byte[] piece = new byte[1000];
        for (int i = 0; i < 200; i++) {
            Arrays.fill(piece, (byte) i);
            sent.add(piece);
        }
        assertEquals(65536, sent.count());
        byte[] all = sent.last(65536);
        for (int i = 0; i < all.length; i++) {
            assertEquals((byte) ((200_000 - all.length + i) / 1000), all[i]);
        }
        sent.add(new byte[100_000]);
        assertEquals(65536, sent.count());
        assertArrayEquals(new byte[65536], sent.take(65536));
    }
}
