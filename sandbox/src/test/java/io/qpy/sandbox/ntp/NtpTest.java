package io.qpy.sandbox.ntp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.sandbox.Sandbox;
import io.qpy.sandbox.journal.Event;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.apache.commons.net.ntp.NTPUDPClient;
import org.apache.commons.net.ntp.NtpV3Packet;
import org.apache.commons.net.ntp.TimeInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NtpTest {
    private static final Instant TOLD = Instant.parse("2031-02-03T04:05:06.250Z");

    private final Sandbox sandbox =
            Sandbox.builder().clock(Clock.fixed(TOLD, ZoneOffset.UTC)).build();
    private final NtpService ntp = sandbox.ntp();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void answersCommonsNet(int version) throws Exception {
        try (NTPUDPClient client = new NTPUDPClient()) {
            client.setVersion(version);
            client.setDefaultTimeout(Duration.ofSeconds(10));
            TimeInfo info =
                    client.getTime(ntp.address().getAddress(), ntp.address().getPort());
            info.computeDetails();
            NtpV3Packet packet = info.getMessage();
            assertEquals(TOLD.toEpochMilli(), packet.getTransmitTimeStamp().getTime());
            assertEquals(TOLD.toEpochMilli(), packet.getReceiveTimeStamp().getTime());
            assertEquals(NtpV3Packet.MODE_SERVER, packet.getMode());
            assertEquals(version, packet.getVersion());
            assertEquals(1, packet.getStratum());
            assertTrue(info.getOffset() != null, "the originate time-stamp is the client's own");
        }
        assertEquals(
                version, sandbox.journal().events(Event.NtpRequest.class).get(0).version());
    }

    /** 48 bytes that begin with 0x1B; the answer's seconds are at 40. */
    @Test
    void answersTheModule() throws Exception {
        try (DatagramSocket socket = socket()) {
            byte[] answer = ask(socket, request(0x1B, 48));
            long seconds = Integer.toUnsignedLong(ByteBuffer.wrap(answer).getInt(40));
            assertEquals(TOLD.getEpochSecond(), seconds - 2_208_988_800L);
        }
    }

    @Test
    void goesOnIntoTheEraOf2036() {
        assertEquals(new NtpTimestamp(0, 0), NtpTimestamp.of(Instant.parse("2036-02-07T06:28:16Z")));
        assertEquals(new NtpTimestamp(-1, 1 << 31), NtpTimestamp.of(Instant.parse("2036-02-07T06:28:15.5Z")));
    }

    @Test
    void ignoresWhatIsNoRequest() throws Exception {
        try (DatagramSocket socket = socket()) {
            for (byte[] bad :
                    new byte[][] {request(0x1B, 47), request(0x1C, 48), request(0x3B, 48), request(0x1B, 1)}) {
                socket.send(new DatagramPacket(bad, bad.length));
            }
            assertEquals(7, originate(ask(socket, request(0x23, 48, 7))));
        }
        assertEquals(4, sandbox.journal().events(Event.Rejected.class).size());
    }

    @Test
    void canBeSilent() throws Exception {
        ntp.silent(true);
        try (DatagramSocket socket = socket()) {
            socket.send(new DatagramPacket(request(0x1B, 48, 1), 48));
            sandbox.journal().await(Event.NtpRequest.class, e -> true, Duration.ofSeconds(10));
            ntp.silent(false);
            assertEquals(2, originate(ask(socket, request(0x1B, 48, 2))));
        }
    }

    private static byte[] request(int first, int length) {
        byte[] request = new byte[length];
        request[0] = (byte) first;
        return request;
    }

    private static byte[] request(int first, int length, long transmit) {
        byte[] request = request(first, length);
        ByteBuffer.wrap(request).putLong(40, transmit);
        return request;
    }

    private static long originate(byte[] answer) {
        return ByteBuffer.wrap(answer).getLong(24);
    }

    private DatagramSocket socket() throws IOException {
        DatagramSocket socket = new DatagramSocket();
        socket.connect(ntp.address());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static byte[] ask(DatagramSocket socket, byte[] request) throws IOException {
        socket.send(new DatagramPacket(request, request.length));
        DatagramPacket answer = new DatagramPacket(new byte[100], 100);
        socket.receive(answer);
        return Arrays.copyOf(answer.getData(), answer.getLength());
    }
}
