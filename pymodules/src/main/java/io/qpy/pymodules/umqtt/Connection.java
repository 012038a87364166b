package io.qpy.pymodules.umqtt;

import io.qpy.device.Device;
import io.qpy.device.network.Network;
import io.qpy.device.time.Time;
import io.qpy.device.tls.DeviceTls;
import io.qpy.device.tls.TlsSocket;
import io.qpy.pymodules.network.OneSocketFactory;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.MqttToken;
import org.eclipse.paho.client.mqttv3.MqttTopic;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttPingReq;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttPubAck;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttPublish;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttWireMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/**
 * One TCP connection to a broker, from CONNECT to its end; Paho's client is never used twice, so that nothing is left
 * over from a connection that was lost (the module stores nothing either, facts.md 2.27).
 */
final class Connection {
    /** Told on Paho's threads. */
    interface Listener {
        void arrived(Packet packet);

        /** An established connection ended, and not because the script ended it. */
        void lost(Connection connection, Throwable cause);
    }

    /** One of Paho's operations; it reports to the completion. */
    private interface Operation {
        IMqttToken start(Completion completion) throws MqttException;
    }

    /** Paho logs to the PC's stderr what {@link Failure} says there in other words. A field, or it would be collected. */
    private static final Logger PAHO = Logger.getLogger("org.eclipse.paho.client.mqttv3");

    static {
        PAHO.setLevel(Level.OFF);
    }

    /** For a broker that does not read. */
    private static final int WRITE_MILLIS = 5000;

    private final Settings settings;
    private final Network network;
    private final Listener listener;
    private final Time time;
    private final DeviceTls deviceTls;
    private final IoThreads threads;
    private final Set<Completion> pending = ConcurrentHashMap.newKeySet();
    private final Publications publications = new Publications();
    private final BrokerSocket socket;
    private volatile Client client; // null until the host is looked up

    Connection(Settings settings, Device device, Listener listener) {
        this.settings = settings;
        this.time = device.time();
        this.deviceTls = device.tls();
        this.threads = new IoThreads(time, this::failed);
        this.network = device.network();
        this.listener = listener;
        this.socket = new BrokerSocket(network.socketFactory(WRITE_MILLIS), time, this::secured, publications);
    }

    private Socket secured(Socket connected) throws IOException {
        DeviceTls tls = settings.tls(deviceTls);
        if (tls == null) {
            return connected;
        }
        TlsSocket secured = tls.over(connected, settings.host(), settings.port());
        secured.startHandshake();
        return secured;
    }

    /** Looks the host up, connects and logs in. */
    CompletableFuture<IMqttToken> open(MqttConnectOptions options) {
        return CompletableFuture.supplyAsync(this::resolve, threads)
                .thenCompose(address -> connect(address, options))
                .whenComplete((token, failure) -> {
                    if (failure == null) {
                        socket.delivered();
                    } else {
                        threads.shutdown();
                    }
                });
    }

    private InetAddress resolve() {
        try {
            return network.resolve(settings.host());
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private Completion connect(InetAddress address, MqttConnectOptions options) {
        return start(completion -> {
            options.setSocketFactory(new OneSocketFactory(socket));
            client = new Client(uri(address));
            client.setManualAcks(true);
            client.setCallback(client);
            return client.connect(options, null, completion);
        });
    }

    /** An address and no name: Paho would have the PC look a name up. */
    private String uri(InetAddress address) {
        String literal = address.getHostAddress();
        return "tcp://" + (address instanceof Inet6Address ? "[" + literal + "]" : literal) + ":" + settings.port();
    }

    private Completion start(Operation operation) {
        Completion completion = new Completion();
        endWithConnection(completion);
        try {
            completion.follow(operation.start(completion));
        } catch (MqttException | IllegalArgumentException e) {
            completion.completeExceptionally(e);
        }
        return completion;
    }

    /** Has a loss of the connection end it. */
    private void endWithConnection(Completion completion) {
        pending.removeIf(Completion::isDone);
        pending.add(completion);
    }

    private Client client() throws MqttException {
        Client used = client;
        if (used == null) {
            throw new MqttException(MqttException.REASON_CODE_CLIENT_NOT_CONNECTED);
        }
        return used;
    }

    /**
     * A text as it is, or IllegalArgumentException: Paho finds out only when it writes, and then drops the connection. It
     * refuses control characters, and, further than MQTT does, everything above U+FDCF.
     */
    static String valid(String text) {
        try {
            if (text != null) {
                MqttWireMessage.encodeUTF8(new DataOutputStream(OutputStream.nullOutputStream()), text);
            }
            return text;
        } catch (MqttException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * Publishes with QoS 0 or 1, by this thread: a way through two of Paho's threads takes more time than all else. With QoS 1
     * it is complete when the broker has acknowledged it, with QoS 0 when it is written.
     *
     * @throws IOException it could not be written, so that the connection is lost
     * @throws IllegalArgumentException no message can have this topic
     */
    Completion publish(String topic, byte[] payload, int qos, boolean retain) throws IOException {
        MqttMessage message = new MqttMessage(payload);
        message.setQos(qos);
        message.setRetained(retain);
        MqttTopic.validate(valid(topic), false);
        MqttPublish packet = new MqttPublish(topic, message);
        Completion completion = new Completion();
        if (qos > 0) {
            endWithConnection(completion);
            packet.setMessageId(publications.begin(completion));
        }
        try {
            requireConnected();
            write(packet);
            if (qos == 0) {
                completion.complete(null);
            }
        } catch (MqttException e) {
            completion.completeExceptionally(e);
        }
        return completion;
    }

    private void requireConnected() throws MqttException {
        if (!client().isConnected()) {
            throw new MqttException(MqttException.REASON_CODE_CLIENT_NOT_CONNECTED);
        }
    }

    private void write(MqttWireMessage packet) throws IOException, MqttException {
        byte[] header = packet.getHeader();
        byte[] payload = packet.getPayload();
        byte[] whole = Arrays.copyOf(header, header.length + payload.length);
        System.arraycopy(payload, 0, whole, header.length, payload.length);
        try {
            socket.getOutputStream().writeWhole(whole);
        } catch (IOException e) {
            failed(e);
            throw e;
        }
        client().wrote(whole.length);
    }

    Completion subscribe(String topic, int qos) {
        return start(completion -> client().subscribe(valid(topic), qos, null, completion));
    }

    Completion unsubscribe(String topic) {
        return start(completion -> client().unsubscribe(valid(topic), null, completion));
    }

    /** Sends a PINGREQ, whatever the keepalive is. */
    void ping() throws MqttException {
        client().ping();
    }

    /**
     * Sends PUBACK, by this thread; a connection that is gone has nobody to send it to.
     *
     * @throws IOException it could not be written, so that the connection is lost
     */
    void acknowledge(MqttMessage message) throws IOException {
        try {
            requireConnected();
            write(new MqttPubAck(message.getId()));
        } catch (MqttException e) {
            // The broker sends the message again when the session goes on.
        }
    }

    /** Sends DISCONNECT, after what was sent before, and closes. */
    CompletableFuture<IMqttToken> disconnect() {
        return start(completion -> client().disconnect(0, null, completion)).whenComplete((token, failure) -> {
            threads.shutdown();
            settle(new MqttException(MqttException.REASON_CODE_CLIENT_DISCONNECTING));
        });
    }

    /** Ends what is still waited for. */
    private void settle(Throwable cause) {
        pending.forEach(completion -> completion.settle(cause));
    }

    /** Closes the socket, with no DISCONNECT. */
    void drop() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no more use either way.
        }
    }

    boolean isConnected() {
        Client used = client;
        return used != null && used.isConnected();
    }

    private void failed(Throwable cause) {
        Client used = client;
        if (used != null) {
            used.fail(cause);
        }
    }

    private final class Client extends MqttAsyncClient implements MqttCallback {
        Client(String uri) throws MqttException {
            super(uri, settings.clientId(), new MemoryPersistence(), new Pings(time, pong()), threads, time::nanos);
        }

        void ping() throws MqttException {
            MqttToken token = new MqttToken(getClientId());
            token.setActionCallback(pong());
            comms.sendNoWait(new MqttPingReq(), token);
        }

        /** So many bytes were written without Paho, which counts the keepalive time from them on. */
        void wrote(int count) {
            comms.getClientState().notifySentBytes(count);
        }

        void fail(Throwable cause) {
            comms.shutdownConnection(null, new MqttException(cause));
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            listener.arrived(new Packet(Connection.this, topic, message));
            if (message.getQos() < 2) {
                socket.delivered();
            }
        }

        @Override
        public void connectionLost(Throwable cause) {
            threads.shutdown();
            settle(cause);
            listener.lost(Connection.this, cause);
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {
            // Each publication has a completion of its own.
        }
    }

    private IMqttActionListener pong() {
        return new IMqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                listener.arrived(Packet.pingResponse());
            }

            @Override
            public void onFailure(IMqttToken token, Throwable exception) {
                // The connection is lost, which is told apart.
            }
        };
    }
}
