package io.qpy.pymodules.umqtt;

import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.Errno;
import java.io.Closeable;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttWireMessage;

/** What outlives one connection: the topics, what has arrived, and the next connection when one is lost. */
final class BrokerSession implements Connection.Listener, Closeable {
    private final Settings settings;
    private final Device device;
    private final BiConsumer<String, String> events;
    private final Duration reconnectDelay;
    private final Inbox inbox = new Inbox();
    private final Set<String> topics = new LinkedHashSet<>();
    private int lastQos;
    private MqttWireMessage login;
    private Connection connection;
    private Reconnection reconnection;

    /** @param events told, on a thread of this session's, what {@link MqttLink} lists */
    BrokerSession(Settings settings, Device device, BiConsumer<String, String> events, Duration reconnectDelay) {
        this.settings = settings;
        this.device = device;
        this.events = events;
        this.reconnectDelay = reconnectDelay;
    }

    Inbox inbox() {
        return inbox;
    }

    /** Begins a connection, in place of what was there. */
    synchronized CompletableFuture<Void> open(MqttWireMessage newLogin) {
        close();
        device.network().keep(this);
        inbox.open();
        login = newLogin;
        connection = new Connection(settings, device, this);
        return connection.open(login);
    }

    /** The connection, also while it is being made or made again; null when there is none. */
    synchronized Connection connection() {
        return connection;
    }

    /** Has a topic subscribed again after a loss, like all others with the last QoS given (facts.md 2.21). */
    synchronized void remember(String topic, int qos) {
        topics.add(topic);
        lastQos = qos;
    }

    synchronized void forget(String topic) {
        topics.remove(topic);
    }

    @Override
    public void arrived(Packet packet) {
        inbox.put(packet);
    }

    @Override
    public synchronized void lost(Connection ended, Throwable cause) {
        if (ended != connection || reconnection != null) {
            return;
        }
        Errno errno = Failure.errno(cause);
        Failure failure = Failure.of(cause);
        device.notices()
                .say(
                        Code.MQTT_LOST,
                        "umqtt: the connection to " + settings.endpoint() + " is lost: " + failure.reason());
        events.accept("lost", String.valueOf(errno.code()));
        if (settings.reconnects()) {
            reconnection = new Reconnection(this, device, events, reconnectDelay);
            reconnection.start();
        } else {
            inbox.lose(errno);
        }
    }

    /** The next connection, not yet open; an interruption when the session is closed. */
    synchronized Connection next(Reconnection asking) throws InterruptedException {
        requireCurrent(asking);
        connection = new Connection(settings, device, this);
        return connection;
    }

    /** CONNECT as the script has asked for it. */
    synchronized MqttWireMessage login() {
        return login;
    }

    synchronized List<String> topics() {
        return List.copyOf(topics);
    }

    synchronized int lastQos() {
        return lastQos;
    }

    /** Ends a reconnection, unless its connection is lost again already. */
    synchronized boolean settle(Reconnection asking) throws InterruptedException {
        requireCurrent(asking);
        if (!connection.isConnected()) {
            return false;
        }
        reconnection = null;
        return true;
    }

    private void requireCurrent(Reconnection asking) throws InterruptedException {
        if (asking != reconnection) {
            throw new InterruptedException("the session is closed");
        }
    }

    /** Ends the session for the script, which waits no more; the connection is still to be closed. */
    synchronized Connection end() {
        Connection ending = connection;
        stopReconnecting();
        connection = null;
        device.network().forget(this);
        return ending;
    }

    private void stopReconnecting() {
        if (reconnection != null) {
            reconnection.stop();
            reconnection = null;
        }
    }

    /** Closes the socket with no DISCONNECT: the broker publishes the last will. Nothing reconnects. */
    @Override
    public void close() {
        Connection ending = end();
        if (ending != null) {
            ending.drop();
        }
        inbox.lose(Errno.ENOTCONN);
    }
}
