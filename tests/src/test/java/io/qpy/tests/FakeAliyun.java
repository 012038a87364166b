package io.qpy.tests;

import io.qpy.support.MqttPackets;
import io.qpy.support.Patience;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/**
 * An endpoint of Alibaba's as far as registration goes: TLS and plain on one port, CONNACK, and a secret pushed to a
 * client that nobody subscribed for. One connection at a time; each is held until the client leaves.
 */
final class FakeAliyun implements AutoCloseable {
    private static final int TLS_HANDSHAKE = 0x16;

    record Login(String clientId, String user, String password, boolean cleanSession, int keepAlive, boolean tls) {}

    /**
     * What the server does with a log-in.
     *
     * @param code of the CONNACK
     * @param pushed the message on /ext/register, or null for none
     * @param leaves whether the server then closes the connection itself
     */
    record Answer(int code, String pushed, boolean leaves) {}

    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final List<Login> logins = new CopyOnWriteArrayList<>();
    private final Function<Login, Answer> answers;
    private final SSLSocketFactory tls;
    private final Thread thread = new Thread(this::serve, "fake aliyun");

    FakeAliyun(Function<Login, Answer> answers) throws Exception {
        this.answers = answers;
        this.tls = certified("a1TestKey01.iot-as-mqtt.cn-shanghai.aliyuncs.com");
        thread.start();
    }

    private static SSLSocketFactory certified(String host) throws Exception {
        var identity = new io.qpy.sandbox.tls.CertificateAuthority().issue(host);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "own", identity.key(), new char[0], identity.chain().toArray(new java.security.cert.Certificate[0]));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context.getSocketFactory();
    }

    InetSocketAddress address() {
        return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
    }

    List<Login> logins() {
        return logins;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                int first = socket.getInputStream().read();
                InputStream consumed = new ByteArrayInputStream(new byte[] {(byte) first});
                if (first == TLS_HANDSHAKE) {
                    try (Socket over = tls.createSocket(socket, consumed, true)) {
                        int type = over.getInputStream().read();
                        hold(over, type, true);
                    }
                } else {
                    hold(socket, first, false);
                }
            } catch (IOException e) {
                // The client has left, or the test is over.
            }
        }
    }

    private void hold(Socket socket, int type, boolean encrypted) throws IOException {
        if (type < 0) {
            return;
        }
        InputStream in = socket.getInputStream();
        Login login = login(MqttPackets.readRest(type, in), encrypted);
        logins.add(login);
        Answer answer = answers.apply(login);
        socket.getOutputStream().write(new byte[] {0x20, 2, 0, (byte) answer.code()});
        if (answer.pushed() != null) {
            socket.getOutputStream().write(MqttPackets.publish(0x30, "/ext/register", 0, answer.pushed()));
        }
        while (!answer.leaves()) {
            MqttPackets.read(in);
        }
    }

    private static Login login(byte[] connect, boolean encrypted) throws IOException {
        int start = MqttPackets.body(connect);
        DataInputStream body = new DataInputStream(new ByteArrayInputStream(connect, start, connect.length - start));
        body.readUTF();
        body.readUnsignedByte();
        boolean cleanSession = (body.readUnsignedByte() & 2) != 0;
        int keepAlive = body.readUnsignedShort();
        return new Login(body.readUTF(), body.readUTF(), body.readUTF(), cleanSession, keepAlive, encrypted);
    }

    @Override
    public void close() throws IOException {
        server.close();
        Patience.until(() -> !thread.isAlive(), () -> "the fake cloud ends");
    }
}
