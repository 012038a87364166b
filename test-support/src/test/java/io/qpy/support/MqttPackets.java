package io.qpy.support;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** MQTT 3 byte by byte, also wrong: makes packets, and reads them from a stream. */
public final class MqttPackets {
    private static final int CONNECT = 0x10;
    private static final int SUBSCRIBE = 0x82;

    private MqttPackets() {}

    /** A packet of a first byte and all that comes after the length. */
    public static byte[] packet(int first, byte[] rest) {
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

    /** A CONNECT of MQTT 3.1.1; {@code flags} are 2 for a clean session, 4 for a will, 0xC0 for user and password. */
    public static byte[] connect(int flags, int keepAlive, String... fields) throws IOException {
        return connect("MQTT", 4, flags, keepAlive, fields);
    }

    /** A CONNECT of any protocol. */
    public static byte[] connect(String name, int level, int flags, int keepAlive, String... fields)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(name);
        out.writeByte(level);
        out.writeByte(flags);
        out.writeShort(keepAlive);
        for (String field : fields) {
            out.writeUTF(field);
        }
        return packet(CONNECT, bytes.toByteArray());
    }

    /**
     * A PUBLISH.
     *
     * @param header 0x30 for QoS 0, 0x32 for 1, 0x34 for 2; plus 1 to retain
     * @param packetId 0 for none
     */
    public static byte[] publish(int header, String topic, int packetId, String payload) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(topic);
        if (packetId > 0) {
            out.writeShort(packetId);
        }
        out.write(payload.getBytes(StandardCharsets.UTF_8));
        return packet(header, bytes.toByteArray());
    }

    /** A SUBSCRIBE of one filter. */
    public static byte[] subscribe(int packetId, String filter, int qos) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(packetId);
        out.writeUTF(filter);
        out.writeByte(qos);
        return packet(SUBSCRIBE, bytes.toByteArray());
    }

    /** Reads one packet. */
    public static byte[] read(InputStream in) throws IOException {
        return readRest(octet(in), in);
    }

    /** Reads a packet whose first byte has been read already. */
    public static byte[] readRest(int first, InputStream in) throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(first);
        int length = 0;
        int shift = 0;
        int digit;
        do {
            digit = octet(in);
            packet.write(digit);
            length |= (digit & 0x7F) << shift;
            shift += 7;
        } while (digit > 0x7F);
        byte[] rest = in.readNBytes(length);
        if (rest.length < length) {
            throw new EOFException();
        }
        packet.writeBytes(rest);
        return packet.toByteArray();
    }

    private static int octet(InputStream in) throws IOException {
        int read = in.read();
        if (read < 0) {
            throw new EOFException();
        }
        return read;
    }

    /** Where the length of a packet ends and its variable header begins. */
    public static int body(byte[] packet) {
        int start = 2;
        while ((packet[start - 1] & 0x80) != 0) {
            start++;
        }
        return start;
    }
}
