package io.qpy.sandbox.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qpy.sandbox.mqtt.MqttService;
import io.qpy.support.MqttPackets;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** MQTT 3.1.1 on a socket: light enough for thousands of log-ins, and it sends what it is told. */
final class MqttClient implements AutoCloseable {
    static final int CLOSED = -1;
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int USER_AND_PASSWORD = 0xC0;
    private static final int CLEAN = 2;
    private static final int WILL = 4;

    private final Socket socket;
    private final InputStream in;

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
        in = new BufferedInputStream(socket.getInputStream());
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
        List<String> fields = new ArrayList<>(List.of(as.clientId()));
        if (!as.will().isEmpty()) {
            fields.addAll(List.of(as.will(), "gone"));
        }
        fields.addAll(List.of(as.user(), as.password()));
        int flags = CLEAN | USER_AND_PASSWORD | (as.will().isEmpty() ? 0 : WILL);
        send(MqttPackets.connect(flags, as.keepAlive(), fields.toArray(String[]::new)));
        byte[] answer = next();
        return answer.length == 0 ? CLOSED : answer[3];
    }

    /** The QoS granted, or 128. */
    int subscribe(String filter, int qos) throws IOException {
        send(MqttPackets.subscribe(1, filter, qos));
        byte[] answer = next();
        assertEquals(0x90, answer[0] & 0xFF);
        return answer[answer.length - 1] & 0xFF;
    }

    MqttClient publish(String topic, String payload) throws IOException {
        return publish(0x30, topic, payload);
    }

    /** {@code header} is 0x30 for QoS 0, 0x32 for 1, 0x34 for 2; plus 1 to retain. */
    MqttClient publish(int header, String topic, String payload) throws IOException {
        send(MqttPackets.publish(header, topic, header >= 0x32 ? 9 : 0, payload));
        return this;
    }

    /** Sends a PINGREQ and reads its answer: all that was sent before is done. */
    boolean ping() throws IOException {
        send(MqttPackets.packet(0xC0, new byte[0]));
        byte[] answer = next();
        return answer.length == 2 && (answer[0] & 0xFF) == 0xD0;
    }

    void disconnect() throws IOException {
        send(MqttPackets.packet(0xE0, new byte[0]));
        assertEquals(0, next().length);
    }

    /** The next PUBLISH of QoS 0, as "topic payload". */
    String receive() throws IOException {
        byte[] packet = next();
        if (packet.length == 0) {
            return "closed";
        }
        assertEquals(0x30, packet[0] & 0xFF);
        int start = MqttPackets.body(packet);
        int length = (packet[start] & 0xFF) << 8 | (packet[start + 1] & 0xFF);
        byte[] topic = Arrays.copyOfRange(packet, start + 2, start + 2 + length);
        byte[] payload = Arrays.copyOfRange(packet, start + 2 + length, packet.length);
        return new String(topic, StandardCharsets.UTF_8) + " " + new String(payload, StandardCharsets.UTF_8);
    }

    /** The next packet; an empty one when the connection is closed. */
    byte[] next() throws IOException {
        try {
            return MqttPackets.read(in);
        } catch (EOFException | SocketException e) {
            return new byte[0];
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void send(byte[] packet) throws IOException {
        socket.getOutputStream().write(packet);
    }
}
