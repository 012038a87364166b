package io.qpy.sandbox.mqtt;

import io.qpy.support.MqttPackets;
import java.io.IOException;
import java.net.Socket;
import java.util.HexFormat;

/** Speaks MQTT byte by byte, also wrongly. */
final class RawClient implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private final Socket socket;

    RawClient(MqttService broker) throws IOException {
        socket = new Socket(broker.address().getAddress(), broker.address().getPort());
        socket.setSoTimeout(TIMEOUT_MILLIS);
    }

    RawClient send(byte[] packet) throws IOException {
        socket.getOutputStream().write(packet);
        return this;
    }

    RawClient send(String hex) throws IOException {
        return send(HEX.parseHex(hex));
    }

    /** The next packet in hex, or "closed". */
    String next() throws IOException {
        try {
            return HEX.formatHex(MqttPackets.read(socket.getInputStream()));
        } catch (IOException endOrReset) {
            return "closed";
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
