package io.qpy.device.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.device.Notices;
import io.qpy.device.time.Time;
import io.qpy.device.time.VirtualTime;
import io.qpy.device.time.Waits;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A port by itself, in virtual time: this thread is the script's. */
class UartTest {
    private static final UartSettings SLOW = new UartSettings(9600, 8, 0, 1, 0);
    private static final int MANY = 10_000;
    private static final double MANY_SECONDS = 10.4167; // ten bits a byte

    private final VirtualTime time = new VirtualTime(Instant.EPOCH);
    private final Waits waits = new Waits(time);
    private final List<String> said = new ArrayList<>();
    private final Uart uart = new Uart(2, time, waits, new Notices(notice -> said.add(notice.toString())));
    private final Peer peer = new Peer();

    /** Remembers what it was sent, and when. */
    private final class Peer implements UartPeer {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private final List<Long> moments = new ArrayList<>();
        private UartSettings told;
        private boolean closed;

        @Override
        public synchronized void take(byte[] sent) {
            taken.writeBytes(sent);
            moments.add(time.nanos());
        }

        @Override
        public void configure(UartSettings settings) {
            told = settings;
        }

        @Override
        public String shown() {
            return "a test";
        }

        @Override
        public void close() {
            closed = true;
        }

        private String text() {
            return taken.toString(StandardCharsets.ISO_8859_1);
        }
    }

    @BeforeEach
    void begin() {
        time.enter(time.expect());
        uart.connect(peer);
    }

    @AfterEach
    void end() {
        time.leave();
        time.close();
    }

    private void pass(long millis) {
        waits.sleep(Time.millis(millis));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private double seconds() {
        return time.nanos() / 1e9;
    }

    @Test
    void receivesTenThousandBytesInTheTimeThatTheyTake() {
        uart.open(SLOW);
        uart.receive(new byte[MANY]);
        int got = 0;
        while (got < MANY) {
            pass(10);
            got += uart.read(MANY).length;
        }
        assertEquals(MANY_SECONDS, seconds(), MANY_SECONDS / 100);
        assertEquals(List.of(), said);
    }

    @Test
    void sendsTenThousandBytesInTheTimeThatTheyTake() {
        uart.open(SLOW);
        assertTrue(uart.write(new byte[MANY]));
        assertEquals(MANY_SECONDS, seconds() + SLOW.nanos(512) / 1e9, 0.1, "all but the last 512 are sent then");
        pass(1000);
        assertEquals(MANY, peer.taken.size());
        assertEquals(MANY_SECONDS, peer.moments.get(peer.moments.size() - 1) / 1e9, 0.01);
    }

    @Test
    void losesWhatComesWhenTheBufferIsFullAndSaysSoOnce() {
        uart.open(SLOW);
        byte[] sent = new byte[3000];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = (byte) (i % 251);
        }
        uart.receive(sent);
        pass(4000);
        assertEquals(2000, uart.available());
        assertArrayEquals(Arrays.copyOf(sent, 2000), uart.read(5000));
        uart.receive(sent);
        pass(4000);
        assertEquals(2000, uart.read(5000).length);
        assertEquals(1, said.size(), said.toString());
        assertTrue(
                said.get(0).contains("UART2 has lost bytes: its receive buffer of 2000 bytes was full"), said.get(0));
    }

    @Test
    void aFrameReachesThePeerAsAWhole() {
        uart.open(SLOW);
        uart.write(bytes("abc"));
        uart.write(bytes("def"));
        assertEquals("", peer.text());
        pass(100);
        assertEquals("abcdef", peer.text());
        assertEquals(List.of(SLOW.nanos(6)), peer.moments);
    }

    @Test
    void whoListensHearsAfterASilence() {
        List<Integer> heard = new ArrayList<>();
        uart.onReceived(heard::add);
        uart.open(SLOW);
        uart.receive(bytes("0123456789"));
        waits.sleep(SLOW.nanos(10) + SLOW.nanos(3));
        assertEquals(List.of(), heard);
        waits.sleep(SLOW.nanos(2));
        assertEquals(List.of(10), heard);
        pass(1000);
        assertEquals(List.of(10), heard);
    }

    @Test
    void readsLinesAndPieces() {
        uart.open(SLOW);
        uart.receive(bytes("one\ntwo\nthree"));
        pass(100);
        assertArrayEquals(bytes("on"), uart.readLine(2));
        assertArrayEquals(bytes("e\n"), uart.readLine(100));
        assertArrayEquals(bytes("two"), uart.read(3));
        assertArrayEquals(bytes("\n"), uart.readLine(100));
        assertArrayEquals(bytes("three"), uart.readLine(100));
        assertArrayEquals(new byte[0], uart.read(10));
    }

    @Test
    void sevenBitsAreSeven() {
        UartSettings seven = new UartSettings(9600, 7, 1, 1, 0);
        assertEquals(10, seven.bitsPerByte());
        uart.open(seven);
        assertEquals(seven, peer.told);
        uart.write(new byte[] {(byte) 0xC1});
        uart.receive(new byte[] {(byte) 0xC2});
        pass(100);
        assertEquals("A", peer.text());
        assertArrayEquals(bytes("B"), uart.read(9));
    }

    @Test
    void aPortThatIsClosedSendsAndReceivesNothing() {
        uart.receive(bytes("lost"));
        assertFalse(uart.write(bytes("lost")));
        assertNull(uart.read(9));
        assertNull(uart.readLine(9));
        uart.open(SLOW);
        uart.write(bytes("still sent"));
        uart.shut();
        uart.receive(bytes("lost"));
        pass(100);
        assertEquals(0, uart.available());
        assertEquals("still sent", peer.text());
        uart.open(SLOW);
        assertEquals(0, uart.available());
        assertEquals(List.of(), said);
    }

    @Test
    void aSecondOpeningIsTheSamePort() {
        uart.open(SLOW);
        uart.receive(bytes("gone"));
        pass(100);
        uart.open(SLOW);
        assertEquals(0, uart.available());
        assertTrue(said.get(0).contains("UART2 is opened a second time"), said.get(0));
    }

    @Test
    void aLoopbackHasTakenItsTimeAlready() {
        uart.connect(UartPeer.LOOPBACK);
        assertTrue(peer.closed);
        uart.open(SLOW);
        uart.write(bytes("echo"));
        waits.sleep(SLOW.nanos(4) - 1);
        assertEquals(0, uart.available());
        waits.sleep(1);
        assertArrayEquals(bytes("echo"), uart.read(9));
    }

    @Test
    void aDriverIsTurnedRoundWhileItSends() {
        List<Boolean> turns = new ArrayList<>();
        uart.open(SLOW);
        uart.onSending(turns::add);
        uart.write(bytes("abc"));
        assertEquals(List.of(true), turns);
        pass(100);
        assertEquals(List.of(true, false), turns);
    }

    @Test
    void aCableThatIsPulledCarriesNothing() {
        uart.open(SLOW);
        uart.receive(bytes("0123456789"));
        waits.sleep(SLOW.nanos(4) + 1000);
        uart.plug(false);
        uart.receive(bytes("lost"));
        uart.write(bytes("lost"));
        pass(100);
        assertArrayEquals(bytes("0123"), uart.read(99));
        uart.plug(true);
        uart.write(bytes("sent"));
        uart.receive(bytes("received"));
        pass(100);
        assertEquals("sent", peer.text());
        assertArrayEquals(bytes("received"), uart.read(99));
    }

    @Test
    void theEndOfATestLeavesNothing() {
        Runnable before = uart.snapshot();
        uart.open(SLOW);
        uart.plug(false);
        uart.receive(bytes("left"));
        uart.probe().respond(bytes("a"), bytes("b"));
        before.run();
        assertFalse(uart.isOpen());
        uart.open(SLOW);
        uart.write(bytes("a"));
        pass(100);
        assertEquals("a", peer.text());
        assertEquals(0, uart.available());
    }

    @Test
    void whatWasWrittenReachesThePeerThoughTheDeviceEnds() {
        uart.open(SLOW);
        uart.write(bytes("bye"));
        uart.close();
        assertEquals("bye", peer.text());
        assertTrue(peer.closed);
    }
}
