package io.qpy.pymodules.ntptime;

import io.qpy.device.Network;
import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.commons.net.DatagramSocketFactory;
import org.apache.commons.net.ntp.NTPUDPClient;
import org.apache.commons.net.ntp.NtpV3Packet;

/** One question to one server. Closing it, from any thread, ends the wait for the answer. */
final class NtpQuery implements Closeable {
    private final String host;
    private final int millis;
    private final NTPUDPClient client = new NTPUDPClient();

    /**
     * Opens the socket.
     *
     * @param millis how long to wait for the answer
     */
    NtpQuery(Network network, String host, int millis) throws IOException {
        this.host = host;
        this.millis = millis;
        DatagramSocket socket = network.datagramSocket();
        client.setDatagramSocketFactory(new OneSocket(socket));
        client.setDefaultTimeout(Duration.ofMillis(millis));
        client.open();
    }

    /** What the server at an address answers, in milliseconds since 1970 UTC; waits for it. */
    long answer(InetAddress address) throws IOException {
        try {
            return time(client.getTime(address).getMessage());
        } catch (SocketTimeoutException e) {
            throw new IOException("'" + host + "' did not answer within " + millis / 1000.0 + " s", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException("'" + host + "' did not answer in NTP: " + e.getMessage(), e);
        }
    }

    /** RFC 5905: stratum 0 is a refusal, whose time means nothing. */
    private static long time(NtpV3Packet answer) throws IOException {
        if (answer.getMode() != NtpV3Packet.MODE_SERVER || answer.getStratum() == 0) {
            throw new IOException("it refused to tell the time");
        }
        return answer.getTransmitTimeStamp().getTime();
    }

    @Override
    public void close() {
        client.close();
    }

    /** Hands the client the device's socket. */
    private record OneSocket(DatagramSocket socket) implements DatagramSocketFactory {
        @Override
        public DatagramSocket createDatagramSocket() {
            return socket;
        }

        @Override
        public DatagramSocket createDatagramSocket(int port) throws SocketException {
            throw new SocketException("the client asks for any port");
        }

        @Override
        public DatagramSocket createDatagramSocket(int port, InetAddress local) throws SocketException {
            throw new SocketException("the client asks for any port");
        }
    }
}
