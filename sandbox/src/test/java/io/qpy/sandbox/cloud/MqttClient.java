package io.qpy.sandbox.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qpy.sandbox.mqtt.MqttService;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** MQTT 3.1.1 on a socket: light enough for thousands of log-ins, and it sends what it is told. */
final class MqttClient implements AutoCloseable {
    static final int CLOSED = -1;
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int USER_AND_PASSWORD = 0xC0;
    private static final int CLEAN = 2;

    private final Socket socket;
    private final DataInputStream in;

    MqttClient(MqttService broker) throws IOException {
        this(new Socket(broker.address().getAddress(), broker.address().getPort()));
    }

    /** Over TLS, trusting that root only. */
    MqttClient(MqttService broker, X509Certificate root) throws Exception {
        this(tls(broker, root));
    }

    private MqttClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
    }

    private static Socket tls(MqttService broker, X509Certificate root) throws Exception {
        KeyStore roots = KeyStore.getInstance(KeyStore.getDefaultType());
        roots.load(null);
        roots.setCertificateEntry("root", root);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(roots);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        InetAddress host = broker.address().getAddress();
        return context.getSocketFactory()
                .createSocket(
                        new Socket(host, broker.address().getPort()),
                        "localhost",
                        broker.address().getPort(),
                        true);
    }

    /** The CONNACK's code; {@link #CLOSED} if there is none. */
    int connect(Credentials as) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF("MQTT");
        out.writeByte(4);
        out.writeByte(CLEAN | USER_AND_PASSWORD | (as.will().isEmpty() ? 0 : 4));
        out.writeShort(as.keepAlive());
        out.writeUTF(as.clientId());
        if (!as.will().isEmpty()) {
            out.writeUTF(as.will());
            out.writeUTF("gone");
        }
        out.writeUTF(as.user());
        out.writeUTF(as.password());
        send(0x10, bytes.toByteArray());
        byte[] answer = next();
        return answer.length == 0 ? CLOSED : answer[3];
    }

    /** The QoS granted, or 128. */
    int subscribe(String filter, int qos) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(1);
        out.writeUTF(filter);
        out.writeByte(qos);
        send(0x82, bytes.toByteArray());
        byte[] answer = next();
        assertEquals(0x90, answer[0] & 0xFF);
        return answer[answer.length - 1] & 0xFF;
    }

    MqttClient publish(String topic, String payload) throws IOException {
        return publish(0x30, topic, payload);
    }

    /** {@code header} is 0x30 for QoS 0, 0x32 for 1, 0x34 for 2; plus 1 to retain. */
    MqttClient publish(int header, String topic, String payload) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(topic);
        if (header >= 0x32) {
            out.writeShort(9);
        }
        out.write(payload.getBytes(StandardCharsets.UTF_8));
        send(header, bytes.toByteArray());
        return this;
    }

    /** Sends a PINGREQ and reads its answer: all that was sent before is done. */
    boolean ping() throws IOException {
        send(0xC0, new byte[0]);
        byte[] answer = next();
        return answer.length == 2 && (answer[0] & 0xFF) == 0xD0;
    }

    void disconnect() throws IOException {
        send(0xE0, new byte[0]);
        assertEquals(0, next().length);
    }

    /** The next PUBLISH of QoS 0, as "topic payload". */
    String receive() throws IOException {
        byte[] packet = next();
        if (packet.length == 0) {
            return "closed";
        }
        assertEquals(0x30, packet[0] & 0xFF);
        int start = 2;
        while ((packet[start - 1] & 0x80) != 0) {
            start++;
        }
        int length = (packet[start] & 0xFF) << 8 | (packet[start + 1] & 0xFF);
        byte[] topic = Arrays.copyOfRange(packet, start + 2, start + 2 + length);
        byte[] payload = Arrays.copyOfRange(packet, start + 2 + length, packet.length);
        return new String(topic, StandardCharsets.UTF_8) + " " + new String(payload, StandardCharsets.UTF_8);
    }

    /** The next packet; an empty one when the connection is closed. */
    byte[] next() throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        try {
            packet.write(in.readUnsignedByte());
            int length = 0;
            int shift = 0;
            int digit;
            do {
                digit = in.readUnsignedByte();
                packet.write(digit);
                length |= (digit & 0x7F) << shift;
                shift += 7;
            } while (digit >= 0x80);
            packet.write(in.readNBytes(length));
        } catch (EOFException | SocketException e) {
            return new byte[0];
        }
        return packet.toByteArray();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void send(int first, byte[] rest) throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(first);
        int length = rest.length;
        do {
            packet.write((length & 0x7F) | (length > 0x7F ? 0x80 : 0));
            length >>= 7;
        } while (length > 0);
        packet.writeBytes(rest);
        socket.getOutputStream().write(packet.toByteArray());
    }
}
