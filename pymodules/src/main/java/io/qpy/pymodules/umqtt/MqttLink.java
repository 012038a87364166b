package io.qpy.pymodules.umqtt;

import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.DeviceError;
import io.qpy.device.Errno;
import io.qpy.device.time.Time;
import io.qpy.device.time.Waits;
import io.qpy.device.tls.DeviceTls;
import io.qpy.device.tls.InvalidIdentity;
import io.qpy.module.Callback;
import io.qpy.module.Callbacks;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttAck;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttSuback;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttUnsubAck;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttWireMessage;

/**
 * The host of one {@code MQTTClient}.
 *
 * <p>Events of the facade's {@code (kind, detail)}: {@code lost} (detail: the errno), and when it reconnects
 * {@code start}, {@code waiting} (for the radio), {@code attempt}, {@code failed} (detail: why), {@code success}.
 */
final class MqttLink {
    /** See facts.md 2.5; the wait for CONNACK is limited too, or a silent server could hold a script for ever. */
    static final int CONNECT_SECONDS = 20;

    /** For SUBACK and PUBACK (facts.md 2.11, 2.15). */
    static final int ACK_SECONDS = 5;

    private static final int SUBACK_FAILURE = 0x80;

    private final Device device;
    private final Settings settings;
    private final BrokerSession session;

    MqttLink(ModuleContext context, Settings settings, Callback onEvent, Duration reconnectDelay) {
        this.device = context.device();
        this.settings = settings;
        Callbacks callbacks = context.callbacks();
        this.session = new BrokerSession(
                settings, device, (kind, detail) -> callbacks.post(onEvent, kind, detail), reconnectDelay);
    }

    /**
     * Connects, in place of what was connected before.
     *
     * @param will {@link Will#of}
     * @return null, or why not: {@code [kind, code]}, see {@link Failure}; the kind in lower case
     */
    @Exposed
    List<Object> connect(boolean cleanSession, List<Object> will) {
        requireUsableIdentity();
        Throwable thrown = opening(login(cleanSession, will));
        if (thrown == null) {
            return null;
        }
        session.close();
        Failure failure = Failure.of(thrown);
        device.notices()
                .say(failure.noticed(), "umqtt: no connection to " + settings.endpoint() + ": " + failure.reason());
        return List.of(failure.kind().name().toLowerCase(Locale.ROOT), failure.code());
    }

    /** As {@code ussl.wrap_socket} would say it. */
    private void requireUsableIdentity() {
        try {
            DeviceTls ignored = settings.tls(device.tls());
        } catch (InvalidIdentity e) {
            device.notices().say(Code.OWN_CERTIFICATE, "umqtt: " + e.getMessage());
            throw DeviceError.of("ValueError", "invalid " + e.what());
        }
    }

    private MqttWireMessage login(boolean cleanSession, List<Object> will) {
        try {
            return Messages.connect(settings, cleanSession, Will.of(will));
        } catch (IllegalArgumentException e) {
            throw DeviceError.of("ValueError", "the client id, the user, the password or the will: " + e.getMessage());
        }
    }

    private Throwable opening(MqttWireMessage login) {
        try {
            CompletableFuture<Void> opening = session.open(login);
            boolean ignored = device.waits().await(opening, Time.seconds(CONNECT_SECONDS));
            return Failure.in(opening);
        } catch (DeviceError interrupted) {
            session.close();
            throw interrupted;
        }
    }

    /** Says DISCONNECT and closes; every wait ends with None. Returns false when there was nobody to say it to. */
    @Exposed
    boolean disconnect() {
        Connection ending = session.end();
        session.inbox().disconnect();
        if (ending == null) {
            return false;
        }
        try {
            work(ending, ending::disconnect);
            return true;
        } catch (IOException e) {
            return false;
        } finally {
            ending.drop();
        }
    }

    /** Closes the socket, with no DISCONNECT. */
    @Exposed
    void close() {
        session.close();
    }

    /**
     * Publishes with QoS 0 or 1.
     *
     * @return null, or why not: an errno in digits, or a text
     */
    @Exposed
    String publish(String topic, byte[] payload, boolean retain, int qos) {
        Connection connection = session.connection();
        if (connection == null) {
            return String.valueOf(Errno.ENOTCONN.code());
        }
        Throwable thrown = publishing(connection, topic, payload, retain, qos);
        if (thrown instanceof TimeoutException && qos > 0) {
            return "no PUBACK";
        }
        return thrown == null ? null : text(thrown);
    }

    private Throwable publishing(Connection connection, String topic, byte[] payload, boolean retain, int qos) {
        try {
            return Failure.in(ask(connection, () -> connection.publish(topic, payload, qos, retain)));
        } catch (IOException | IllegalArgumentException e) {
            return e;
        }
    }

    private static String text(Throwable thrown) {
        return thrown instanceof IllegalArgumentException
                ? thrown.getMessage()
                : String.valueOf(Failure.errno(thrown).code());
    }

    /** Subscribes, also after each reconnection. Returns whether the broker accepts. */
    @Exposed
    boolean subscribe(String topic, int qos) {
        Connection connection = connection();
        session.remember(topic, qos);
        MqttSuback answer = answer(connection, () -> connection.subscribe(topic, qos));
        boolean accepted = answer.getGrantedQos()[0] != SUBACK_FAILURE;
        if (!accepted) {
            device.notices()
                    .say(
                            Code.MQTT_SUBSCRIPTION,
                            "umqtt: " + settings.endpoint() + " refuses the subscription to '" + topic + "'");
        }
        return accepted;
    }

    @Exposed
    void unsubscribe(String topic) {
        session.forget(topic);
        Connection connection = connection();
        MqttUnsubAck ignored = answer(connection, () -> connection.unsubscribe(topic));
    }

    private Connection connection() {
        Connection connection = session.connection();
        if (connection == null) {
            throw DeviceError.os(Errno.ENOTCONN);
        }
        return connection;
    }

    private <A extends MqttAck> A answer(Connection connection, Waits.Work<CompletableFuture<A>> request) {
        try {
            CompletableFuture<A> answer = ask(connection, request);
            Throwable thrown = Failure.in(answer);
            if (thrown != null) {
                throw DeviceError.os(Failure.errno(thrown));
            }
            return answer.join();
        } catch (IOException e) {
            throw DeviceError.os(Failure.errno(e));
        } catch (IllegalArgumentException e) {
            throw DeviceError.of("ValueError", String.valueOf(e.getMessage()));
        }
    }

    /** Sends on this thread, and waits for the answer; that may not be complete then. */
    private <A> CompletableFuture<A> ask(Connection connection, Waits.Work<CompletableFuture<A>> request)
            throws IOException {
        Waits.Work<CompletableFuture<A>> asking = () -> {
            CompletableFuture<A> answer = request.run();
            boolean ignored = device.time().await(answer, Time.seconds(ACK_SECONDS));
            return answer;
        };
        return device.waits().work(asking, connection::drop);
    }

    /** What writes to the broker on this thread. */
    private interface Sending {
        void run() throws IOException;
    }

    private void work(Connection connection, Sending sending) throws IOException {
        Waits.Work<Void> work = () -> {
            sending.run();
            return null;
        };
        Void ignored = device.waits().work(work, connection::drop);
    }

    /** Puts a PINGREQ on the wire. */
    @Exposed
    void ping() {
        Connection connection = connection();
        try {
            work(connection, connection::ping);
        } catch (IOException e) {
            throw DeviceError.os(Failure.errno(e));
        }
    }

    /**
     * The oldest packet not taken yet; a message of QoS 1 is acknowledged now. That is before the callback, as the newer
     * firmware does (facts.md 2.13): a callback that fails does not get its message again.
     *
     * @return {@link Packet#fields}; null when there is none, see {@link Inbox#take}
     */
    @Exposed
    List<Object> take(boolean blocks) {
        Inbox inbox = session.inbox();
        Packet packet = inbox.take(blocks, device.waits());
        if (packet == null) {
            return nothing(inbox.loss());
        }
        if (packet.isMessage()) {
            acknowledge(packet);
        }
        return packet.fields();
    }

    private void acknowledge(Packet packet) {
        if (packet.message().getQos() == 1) {
            try {
                work(packet.source(), () -> packet.source().acknowledge(packet.message()));
            } catch (IOException e) {
                // The connection is lost, which is told apart.
            }
        }
    }

    private static List<Object> nothing(Errno loss) {
        if (loss != null) {
            throw DeviceError.os(loss);
        }
        return null;
    }

    /** {@code "none"}, {@code "connecting"} for the first time or again, {@code "connected"} or {@code "lost"}. */
    @Exposed
    String state() {
        device.waits().touch();
        Connection connection = session.connection();
        if (connection == null) {
            return "none";
        }
        if (connection.isConnected()) {
            return "connected";
        }
        return session.inbox().isLost() ? "lost" : "connecting";
    }
}
