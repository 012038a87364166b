package io.qpy.sandbox.mqtt;

import static io.qpy.sandbox.journal.Event.quoted;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import io.qpy.sandbox.journal.Event;
import io.qpy.sandbox.journal.Journal;
import io.qpy.sandbox.journal.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A client that has logged in: what it asks for and what it is answered. */
final class Client {
    private final Login login;
    private final Verdict.Accepted terms;
    private final Session session;
    private final Broker broker;
    private final Connection connection;
    private final Journal journal;

    Client(
            Login login,
            Verdict.Accepted terms,
            Session session,
            Broker broker,
            Connection connection,
            Journal journal) {
        this.login = login;
        this.terms = terms;
        this.session = session;
        this.broker = broker;
        this.connection = connection;
        this.journal = journal;
    }

    Login login() {
        return login;
    }

    /** MQTT 3.1 has no flag for a session that is present: its byte is reserved. */
    void welcome(boolean sessionPresent) {
        wire().accept(sessionPresent && login.level() == Logins.MQTT_3_1_1);
        session.resume();
        journal.add(new Event.MqttConnect(
                login.clientId(),
                login.user().orElse(""),
                login.level(),
                login.keepAlive(),
                login.cleanSession(),
                login.tls(),
                connection.peer()));
        terms.welcome().forEach(session::deliver);
    }

    void gone(String reason, boolean clean) {
        broker.close(session, login.cleanSession());
        journal.add(new Event.MqttDisconnect(login.clientId(), clean, reason));
        if (!clean) {
            login.will().ifPresent(will -> pass(will, terms.rules().objectionToWill(will)));
        }
    }

    void drain() {
        session.drain();
    }

    void handle(MqttMessage packet) {
        switch (packet.fixedHeader().messageType()) {
            case PUBLISH -> publish((MqttPublishMessage) packet);
            case PUBACK, PUBCOMP -> session.acknowledged(id(packet));
            case PUBREC -> {
                session.messageReceived(id(packet));
                wire().release(id(packet));
            }
            case PUBREL -> {
                session.release(id(packet));
                wire().complete(id(packet));
            }
            case SUBSCRIBE -> subscribe((MqttSubscribeMessage) packet);
            case UNSUBSCRIBE -> unsubscribe((MqttUnsubscribeMessage) packet);
            case PINGREQ -> wire().pong();
            case DISCONNECT -> connection.end("it said DISCONNECT", true);
            default ->
                connection.end("a client must not send " + packet.fixedHeader().messageType());
        }
    }

    private void publish(MqttPublishMessage packet) {
        Message message = new Message(
                packet.variableHeader().topicName(),
                Payload.of(ByteBufUtil.getBytes(packet.payload())),
                packet.fixedHeader().qosLevel().value(),
                packet.fixedHeader().isRetain());
        if (!TopicFilter.isTopicName(message.topic())) {
            connection.end("%s is no topic name".formatted(quoted(message.topic())));
            return;
        }
        int packetId = packet.variableHeader().packetId();
        Optional<String> objection = terms.rules().objectionToPublish(message);
        if (message.qos() < 2 || session.receive(packetId)) {
            pass(message, objection);
        }
        if (objection.isPresent() && terms.rules().refusalEnds()) {
            connection.end("its message on %s was refused".formatted(quoted(message.topic())));
            return;
        }
        acknowledge(message.qos(), packetId);
    }

    private void acknowledge(int qos, int packetId) {
        if (qos == 1 && !broker.losesAcknowledgement()) {
            wire().publishAck(packetId);
        } else if (qos == 2) {
            wire().publishReceived(packetId);
        }
    }

    private void pass(Message message, Optional<String> objection) {
        if (objection.isPresent()) {
            journal.add(new Event.MqttDropped(login.clientId(), message.topic(), objection.get()));
            return;
        }
        journal.add(new Event.MqttPublish(
                login.clientId(), message.topic(), message.payload(), message.qos(), message.retain()));
        broker.route(terms.rules().retains() ? message : message.withRetain(false));
        terms.responder().answers(message).forEach(broker::route);
    }

    private void subscribe(MqttSubscribeMessage packet) {
        List<MqttTopicSubscription> asked = packet.payload().topicSubscriptions();
        if (asked.isEmpty()) {
            connection.end("a SUBSCRIBE without a topic filter");
            return;
        }
        List<Integer> granted = new ArrayList<>();
        asked.forEach(one -> granted.add(grant(one)));
        wire().subscribeAck(id(packet), granted);
        for (int i = 0; i < granted.size(); i++) {
            sendRetained(asked.get(i).topicFilter(), granted.get(i));
        }
    }

    private int grant(MqttTopicSubscription asked) {
        String text = asked.topicFilter();
        int qos = asked.qualityOfService().value();
        Optional<TopicFilter> filter = TopicFilter.parse(text);
        Optional<String> objection = filter.isPresent()
                ? terms.rules().objectionToSubscribe(text, qos)
                : Optional.of("it is no valid topic filter");
        int granted = objection.isPresent() ? Event.MqttSubscribe.REFUSED : qos;
        journal.add(new Event.MqttSubscribe(login.clientId(), text, granted, objection.orElse("")));
        if (objection.isEmpty()) {
            session.subscribe(filter.orElseThrow(), qos);
        }
        return granted;
    }

    private void sendRetained(String filter, int granted) {
        if (granted != Event.MqttSubscribe.REFUSED) {
            TopicFilter.parse(filter).ifPresent(parsed -> broker.sendRetained(session, parsed, granted));
        }
    }

    private void unsubscribe(MqttUnsubscribeMessage packet) {
        packet.payload().topics().forEach(filter -> {
            session.unsubscribe(filter);
            journal.add(new Event.MqttUnsubscribe(login.clientId(), filter));
        });
        wire().unsubscribeAck(id(packet));
    }

    private Wire wire() {
        return connection.wire();
    }

    private static int id(MqttMessage packet) {
        return ((MqttMessageIdVariableHeader) packet.variableHeader()).messageId();
    }
}
