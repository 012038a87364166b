package io.qpy.pymodules.umqtt;

import io.qpy.device.Device;
import io.qpy.device.network.Network;
import io.qpy.device.time.Time;
import io.qpy.device.tls.DeviceTls;
import io.qpy.device.tls.TlsSocket;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttAck;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttDisconnect;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttPingReq;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttPingResp;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttPubAck;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttPubComp;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttPubRec;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttPubRel;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttPublish;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttSuback;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttUnsubAck;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttWireMessage;

/**
 * One TCP connection to a broker, from CONNECT to its end. A thread of its own opens it and reads; what is sent is written by
 * the thread that has it to send.
 */
final class Connection {
    /** Told on the connection's thread. */
    interface Listener {
        void arrived(Packet packet);

        /** An established connection ended, and not because the script ended it. */
        void lost(Connection connection, Throwable cause);
    }

    private static final int CONNECT_MILLIS = MqttLink.CONNECT_SECONDS * 1000;

    /** For a broker that does not read. */
    private static final int WRITE_MILLIS = 5000;

    private final Settings settings;
    private final Network network;
    private final DeviceTls deviceTls;
    private final Time time;
    private final Listener listener;
    private final CompletableFuture<Void> opening = new CompletableFuture<>();
    private final Unanswered unanswered = new Unanswered();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Set<Integer> unreleased = new HashSet<>(); // messages of QoS 2; for the connection's thread
    private volatile BrokerOutput output; // null until there is a socket
    private volatile boolean connected;
    private volatile long lastSent;
    private volatile long lastReceived;
    private Thread thread; // null when it does not wait for the broker
    private Socket tcp; // null until the host is looked up
    private boolean dropped;

    Connection(Settings settings, Device device, Listener listener) {
        this.settings = settings;
        this.network = device.network();
        this.deviceTls = device.tls();
        this.time = device.time();
        this.listener = listener;
    }

    /** Looks the host up, connects and logs in. */
    synchronized CompletableFuture<Void> open(MqttWireMessage login) {
        thread = time.startAhead("qpy-mqtt", () -> run(login));
        return opening;
    }

    private void run(MqttWireMessage login) {
        Thread pings = null;
        try {
            BrokerInput input = connect(login);
            connected = true;
            boolean ignored = opening.complete(null);
            pings = startPings();
            while (true) {
                handle(input.read());
            }
        } catch (IOException | RuntimeException e) {
            fail(e);
        } finally {
            if (pings != null) {
                time.stop(pings);
            }
            end();
        }
    }

    private BrokerInput connect(MqttWireMessage login) throws IOException {
        InetSocketAddress address = new InetSocketAddress(network.resolve(settings.host()), settings.port());
        Socket connecting = newSocket();
        connecting.connect(address, CONNECT_MILLIS);
        Socket socket = secured(connecting);
        output = new BrokerOutput(socket.getOutputStream(), time);
        send(login);
        BrokerInput input = new BrokerInput(socket.getInputStream());
        input.readConnack();
        lastReceived = time.nanos();
        return input;
    }

    private synchronized Socket newSocket() throws IOException {
        if (dropped) {
            throw new SocketException("closed by the script");
        }
        tcp = network.socketFactory(WRITE_MILLIS).createSocket();
        return tcp;
    }

    private Socket secured(Socket connecting) throws IOException {
        DeviceTls tls = settings.tls(deviceTls);
        if (tls == null) {
            return connecting;
        }
        TlsSocket secured = tls.over(connecting, settings.host(), settings.port());
        secured.startHandshake();
        return secured;
    }

    /** Null when the keepalive is 0. */
    private Thread startPings() {
        long keepalive = Time.seconds(settings.keepaliveSeconds());
        return keepalive == 0 ? null : time.start("qpy-mqtt-pings", new Pings(this, time, keepalive));
    }

    private void handle(MqttWireMessage message) throws IOException {
        lastReceived = time.nanos();
        if (message instanceof MqttPublish publication) {
            handle(publication);
        } else if (message instanceof MqttPubRel release) {
            unreleased.remove(release.getMessageId());
            send(new MqttPubComp(release.getMessageId()));
        } else if (message instanceof MqttPingResp) {
            listener.arrived(Packet.pingResponse());
        } else if (message instanceof MqttAck answer) {
            unanswered.answered(answer);
        }
    }

    /** A message of QoS 1 is acknowledged when the script takes it. */
    private void handle(MqttPublish publication) throws IOException {
        boolean isNew = true;
        if (publication.getMessage().getQos() == 2) {
            isNew = unreleased.add(publication.getMessageId());
            send(new MqttPubRec(publication));
        }
        if (isNew) {
            listener.arrived(new Packet(this, publication.getTopicName(), publication.getMessage()));
        }
    }

    private void end() {
        stopWaiting();
        Throwable cause = failure.get();
        unanswered.end(cause);
        if (!opening.completeExceptionally(cause) && !opening.isCompletedExceptionally()) {
            listener.lost(this, cause);
        }
    }

    /** Nobody interrupts this thread any more: it is about to tell a person, through what an interruption would close. */
    private synchronized void stopWaiting() {
        thread = null;
        boolean ignored = Thread.interrupted();
    }

    /** Ends the connection; the first cause is what those are told who still wait. */
    void fail(Throwable cause) {
        failure.compareAndSet(null, cause);
        drop();
    }

    /** Closes the socket, with no DISCONNECT, and not by TLS, which would wait for a handshake or a write that is stuck. */
    synchronized void drop() {
        connected = false;
        dropped = true;
        try {
            if (tcp != null) {
                tcp.close();
            }
        } catch (IOException e) {
            // It is of no more use either way.
        }
        if (thread != null) {
            time.stop(thread);
        }
    }

    boolean isConnected() {
        return connected;
    }

    /** The moments at which the last message was sent, and the last has come. */
    long lastSent() {
        return lastSent;
    }

    long lastReceived() {
        return lastReceived;
    }

    /**
     * Publishes with QoS 0 or 1. With QoS 1 it is complete when the broker has acknowledged it, with QoS 0 when it is written.
     *
     * @throws IOException it could not be written, so that the connection is lost
     * @throws IllegalArgumentException no message can have this topic
     */
    CompletableFuture<MqttPubAck> publish(String topic, byte[] payload, int qos, boolean retain) throws IOException {
        MqttMessage message = new MqttMessage(payload);
        message.setQos(qos);
        message.setRetained(retain);
        MqttPublish publication = Messages.publish(topic, message);
        if (qos > 0) {
            return request(publication, MqttPubAck.class);
        }
        requireConnected();
        send(publication);
        return CompletableFuture.completedFuture(null);
    }

    /** Complete with SUBACK; throws as {@link #publish} does. */
    CompletableFuture<MqttSuback> subscribe(String topic, int qos) throws IOException {
        return request(Messages.subscribe(topic, qos), MqttSuback.class);
    }

    CompletableFuture<MqttUnsubAck> unsubscribe(String topic) throws IOException {
        return request(Messages.unsubscribe(topic), MqttUnsubAck.class);
    }

    private <A extends MqttAck> CompletableFuture<A> request(MqttWireMessage message, Class<A> expected)
            throws IOException {
        requireConnected();
        CompletableFuture<A> answer = unanswered.add(message, expected);
        send(message);
        return answer;
    }

    /** Sends a PINGREQ, whatever the keepalive is. */
    void ping() throws IOException {
        requireConnected();
        send(new MqttPingReq());
    }

    /** Sends PUBACK. Without a connection nobody is there to get it: the broker sends the message again. */
    void acknowledge(MqttMessage message) throws IOException {
        if (connected) {
            send(new MqttPubAck(message.getId()));
        }
    }

    /** Sends DISCONNECT, after what was sent before, and closes. */
    void disconnect() throws IOException {
        requireConnected();
        try {
            send(new MqttDisconnect());
        } catch (IOException e) {
            if (!(failure.get() instanceof EOFException)) {
                throw e;
            } // else the broker has closed for it, before the write has returned through TLS
        }
        fail(new EOFException("the script has disconnected"));
    }

    private void requireConnected() throws IOException {
        if (!connected) {
            throw new EOFException("there is no connection");
        }
    }

    private void send(MqttWireMessage message) throws IOException {
        try {
            output.write(message);
            lastSent = time.nanos();
        } catch (IOException e) {
            fail(e);
            throw e;
        }
    }
}
