package io.qpy.sandbox.mqtt;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
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

    /** A CONNECT of MQTT 3.1.1; {@code flags} are 2 for a clean session, 4 for a will, 0xC0 for user and password. */
    static byte[] connect(int flags, int keepAlive, String... fields) throws IOException {
        return connect("MQTT", 4, flags, keepAlive, fields);
    }

    static byte[] connect(String name, int level, int flags, int keepAlive, String... fields) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(name);
        out.writeByte(level);
        out.writeByte(flags);
        out.writeShort(keepAlive);
        for (String field : fields) {
            out.writeUTF(field);
        }
        return packet(0x10, bytes.toByteArray());
    }

    static byte[] publish(int header, String topic, int packetId, String payload) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(topic);
        if (packetId > 0) {
            out.writeShort(packetId);
        }
        out.writeBytes(payload);
        return packet(header, bytes.toByteArray());
    }

    static byte[] subscribe(int packetId, String filter, int qos) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(packetId);
        out.writeUTF(filter);
        out.writeByte(qos);
        return packet(0x82, bytes.toByteArray());
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
        DataInputStream in = new DataInputStream(socket.getInputStream());
        int first;
        try {
            first = in.read();
        } catch (IOException reset) {
            return "closed";
        }
        if (first < 0) {
            return "closed";
        }
        int length = 0;
        int digit;
        int shift = 0;
        do {
            digit = in.readUnsignedByte();
            length |= (digit & 0x7F) << shift;
            shift += 7;
        } while (digit >= 0x80);
        return HEX.formatHex(packet(first, in.readNBytes(length)));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static byte[] packet(int first, byte[] rest) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(first);
        int length = rest.length;
        do {
            packet.write((length & 0x7F) | (length > 0x7F ? 0x80 : 0));
            length >>= 7;
        } while (length > 0);
        packet.writeBytes(rest);
        return packet.toByteArray();
    }
}
