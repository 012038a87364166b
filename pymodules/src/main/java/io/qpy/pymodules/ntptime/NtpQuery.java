package io.qpy.pymodules.ntptime;

import io.qpy.device.network.Network;
import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import org.apache.commons.net.ntp.NTPUDPClient;
import org.apache.commons.net.ntp.NtpV3Impl;
import org.apache.commons.net.ntp.NtpV3Packet;

/** One question to one server. Closing it, from any thread, ends the wait for the answer. */
final class NtpQuery implements Closeable {
    private static final int UNSYNCHRONISED = 3; // leap indicator, RFC 5905 figure 9
    private static final int LAST_STRATUM = 15;

    private final String host;
    private final int millis;
    private final DatagramSocket socket;

    /**
     * Opens the socket.
     *
     * @param millis how long to wait for the answer
     */
    NtpQuery(Network network, String host, int millis) throws IOException {
        this.host = host;
        this.millis = millis;
        socket = network.datagramSocket();
    }

    /** What the server at an address answers, in milliseconds since 1970 UTC; waits for it. */
    long answer(InetAddress address) throws IOException {
        try {
            socket.setSoTimeout(millis);
            socket.send(question(address));
            NtpV3Packet answer = new NtpV3Impl();
            DatagramPacket packet = answer.getDatagramPacket();
            socket.receive(packet);
            answer.setDatagramPacket(packet);
            return time(answer);
        } catch (SocketTimeoutException e) {
            throw new IOException("'" + host + "' did not answer within " + millis / 1000.0 + " s", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException("'" + host + "' did not answer in NTP: " + e.getMessage(), e);
        }
    }

    /** The firmware's 48 bytes, 0x1B and zeros (facts.md 6.6). */
    private static DatagramPacket question(InetAddress address) {
        NtpV3Packet question = new NtpV3Impl();
        question.setMode(NtpV3Packet.MODE_CLIENT);
        question.setVersion(NtpV3Packet.VERSION_3);
        DatagramPacket packet = question.getDatagramPacket();
        packet.setAddress(address);
        packet.setPort(NTPUDPClient.DEFAULT_PORT);
        return packet;
    }

    /** The time that an answer tells, or why it tells none (RFC 5905, sections 7.3 and 7.4). */
    private static long time(NtpV3Packet answer) throws IOException {
        if (answer.getMode() != NtpV3Packet.MODE_SERVER) {
            throw new IOException("its packet is of mode " + answer.getMode() + ", an answer has 4");
        }
        if (answer.getStratum() == 0) {
            throw new IOException("it refused to tell the time ("
                    + answer.getReferenceIdString().replaceAll("[^ -~]", "?") + ")");
        }
        if (answer.getLeapIndicator() == UNSYNCHRONISED || answer.getStratum() > LAST_STRATUM) {
            throw new IOException("its own clock is not set");
        }
        if (answer.getOriginateTimeStamp().ntpValue() != 0) {
            throw new IOException("it answers another question");
        }
        if (answer.getTransmitTimeStamp().ntpValue() == 0) {
            throw new IOException("it tells no time");
        }
        return answer.getTransmitTimeStamp().getTime();
    }

    @Override
    public void close() {
        socket.close();
    }
}
