package io.qpy.serial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each kind of line carries, and what the person reads if it cannot be opened. */
class SerialLineTest {
    private static final byte[] HELLO = "hello\377".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    Path folder;

    private final RecordingOwner owner = new RecordingOwner();

    private SerialLine open(String address) throws IOException {
        return SerialAddress.parse(address).open(folder, owner);
    }

    private String refusal(String address) {
        return assertThrows(SerialException.class, () -> open(address)).getMessage();
    }

    private static ServerSocket server() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private static int portOf(SerialLine line) {
        return URI.create(line.toString()).getPort();
    }

    private static Socket connectTo(SerialLine line) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), portOf(line));
    }

    @Test
    void loopbackGivesBackWhatIsSent() throws Exception {
        try (SerialLine line = open("loopback")) {
            owner.expect("connected");
            assertTrue(line.send(HELLO, 1, 4));
            owner.expectBytes("ello");
            assertFalse(line.leadsOutside());
        }
    }

    @Test
    void aFileIsPulledOnce() throws IOException {
        Files.writeString(folder.resolve("nmea.txt"), "$GNGGA");
        try (SerialLine line = open("file:nmea.txt")) {
            byte[] buffer = new byte[8];
            assertEquals(4, line.pull(buffer, 0, 4));
            assertEquals(2, line.pull(buffer, 4, 4));
            assertEquals(-1, line.pull(buffer, 6, 2));
            assertEquals("$GNGGA", new String(buffer, 0, 6, StandardCharsets.US_ASCII));
            assertTrue(line.send(HELLO, 0, HELLO.length));
            assertFalse(line.leadsOutside());
        }
    }

    @Test
    void aFileThatIsNotThereIsRefused() throws IOException {
        Files.createDirectory(folder.resolve("logs"));
        assertEquals("file:nmea.txt: " + folder.resolve("nmea.txt") + " does not exist", refusal("file:nmea.txt"));
        assertTrue(refusal("file:logs").contains("logs is no file: name one whose bytes"));
    }

    @Test
    void listensForOneAfterAnother() throws Exception {
        try (SerialLine line = open("listen:0")) {
            assertFalse(line.send(HELLO, 0, HELLO.length), "nobody is there");
            for (String text : new String[] {"first", "second"}) {
                try (Socket client = connectTo(line)) {
                    owner.expect("connected");
                    assertTrue(line.send(HELLO, 0, HELLO.length));
                    assertArrayEquals(HELLO, client.getInputStream().readNBytes(HELLO.length));
                    client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
                    owner.expectBytes(text);
                    try (Socket second = connectTo(line)) {
                        assertEquals(-1, second.getInputStream().read(), "one at a time");
                    }
                }
                owner.expect("disconnected");
            }
        }
        assertTrue(owner.heardNothing());
    }

    @Test
    void aPortInUseIsRefused() throws IOException {
        try (SerialLine line = open("listen:0")) {
            String address = "listen:" + portOf(line);
            assertEquals(
                    address + ": port " + portOf(line) + " of 127.0.0.1 is in use: name another, or 0 for any",
                    refusal(address));
        }
    }

    @Test
    void connectsAgainWhenTheServerHasGone() throws Exception {
        int port;
        SerialLine line;
        try (ServerSocket server = server()) {
            port = server.getLocalPort();
            line = open("tcp:127.0.0.1:" + port);
            try (Socket first = server.accept()) {
                owner.expect("connected");
                assertTrue(line.send(HELLO, 0, HELLO.length));
                assertArrayEquals(HELLO, first.getInputStream().readNBytes(HELLO.length));
            }
            owner.expect("disconnected");
            try (Socket second = server.accept()) {
                owner.expect("connected");
                second.getOutputStream().write(HELLO);
                owner.expectBytes("hello\377");
                line.close();
                assertEquals(-1, second.getInputStream().read());
            }
        }
        assertTrue(owner.heardNothing());
        assertEquals(
                "tcp:127.0.0.1:" + port + ": nobody listens on port " + port
                        + " of 127.0.0.1: start the program there first",
                refusal("tcp:127.0.0.1:" + port));
    }

    @Test
    void whatTheFarEndDoesNotTakeIsLostAndNobodyWaits() throws Exception {
        try (ServerSocket server = server();
                SerialLine line = open("tcp:127.0.0.1:" + server.getLocalPort())) {
            owner.expect("connected");
            byte[] much = new byte[64 * 1024];
            while (line.send(much, 0, much.length)) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void tellsARemoteLineItsSettings() throws Exception {
        try (ServerSocket server = server();
                SerialLine line = open("rfc2217:127.0.0.1:" + server.getLocalPort());
                Socket far = server.accept()) {
            String offered = "\377\373\000\377\375\000\377\373\003\377\375\003\377\373\054";
            assertEquals(offered, read(far, 15));
            line.configure(new LineSettings(9600, 7, LineSettings.Parity.EVEN, 2));
            far.getOutputStream().write(new byte[] {(byte) 255, (byte) 253, 44, 'a', (byte) 255, (byte) 255});
            owner.expectBytes("a\377");
            assertEquals("\377\372\054\001\000\000\045\200\377\360", read(far, 10));
            assertEquals("\377\372\054\002\007\377\360", read(far, 7));
            assertEquals("\377\372\054\003\003\377\360", read(far, 7));
            assertEquals("\377\372\054\004\002\377\360", read(far, 7));
            assertTrue(line.send(HELLO, 0, HELLO.length));
            assertEquals("hello\377\377", read(far, 7));
        }
    }

    private static String read(Socket socket, int count) throws IOException {
        return new String(socket.getInputStream().readNBytes(count), StandardCharsets.ISO_8859_1);
    }

    @Test
    void bothSidesOfRfc2217Agree() throws Exception {
        RecordingOwner served = new RecordingOwner();
        try (SerialLine server = ListeningLine.rfc2217(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Doorkeeper.OPEN, served);
                SerialLine line = open("rfc2217:127.0.0.1:" + portOf(server))) {
            owner.expect("connected");
            served.expect("connected");
            line.configure(new LineSettings(255, 8, LineSettings.Parity.NONE, 1));
            assertTrue(line.send(HELLO, 0, HELLO.length));
            served.expectBytes("hello\377");
            assertTrue(server.send(HELLO, 0, HELLO.length));
            owner.expectBytes("hello\377");
        }
    }

    @Test
    void aByteTakesItsBits() {
        assertEquals(10, new LineSettings(9600, 8, LineSettings.Parity.NONE, 1).bitsPerByte());
        assertEquals(11, new LineSettings(9600, 7, LineSettings.Parity.ODD, 2).bitsPerByte());
    }
}
