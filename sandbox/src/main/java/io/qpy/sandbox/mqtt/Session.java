package io.qpy.sandbox.mqtt;

import io.qpy.sandbox.journal.Event;
import io.qpy.sandbox.journal.Journal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** What the broker keeps for one device; with clean_session=0 longer than the connection. */
final class Session {
    private final String device;
    private final Journal journal;
    private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
    private final Set<Integer> received = new HashSet<>();
    private final Outbox outbox;
    private Connection connection;

    private record Subscription(TopicFilter filter, int qos) {}

    Session(String device, MqttLimits limits, Journal journal) {
        this.device = device;
        this.journal = journal;
        this.outbox = new Outbox(limits);
    }

    String device() {
        return device;
    }

    /** Null while the device is away. */
    Connection connection() {
        return connection;
    }

    void attach(Connection to) {
        connection = to;
    }

    void detach() {
        connection = null;
    }

    void resume() {
        outbox.resend(connection.wire());
        drain();
    }

    void drain() {
        if (connection != null) {
            outbox.drain(connection.wire());
        }
    }

    void subscribe(TopicFilter filter, int qos) {
        subscriptions.put(filter.text(), new Subscription(filter, qos));
    }

    void unsubscribe(String filter) {
        subscriptions.remove(filter);
    }

    /** Once, however many subscriptions match, with the highest QoS among them (MQTT 3.1.1 section 3.3.5). */
    void offer(Message message) {
        OptionalInt granted = subscriptions.values().stream()
                .filter(subscription -> subscription.filter().matches(message.topic()))
                .mapToInt(Subscription::qos)
                .max();
        granted.ifPresent(qos -> deliver(message.withQos(qos)));
    }

    void deliver(Message message) {
        if (connection == null && message.qos() == 0) {
            return;
        }
        drain();
        if (outbox.offer(message)) {
            drain();
        } else {
            journal.add(new Event.MqttDropped(device, message.topic(), "too much is waiting for it already"));
        }
    }

    /** False for a QoS 2 message that is already here. */
    boolean receive(int packetId) {
        return received.add(packetId);
    }

    void release(int packetId) {
        received.remove(packetId);
    }

    void acknowledged(int packetId) {
        outbox.acknowledged(packetId);
        drain();
    }

    void messageReceived(int packetId) {
        outbox.received(packetId);
    }
}
