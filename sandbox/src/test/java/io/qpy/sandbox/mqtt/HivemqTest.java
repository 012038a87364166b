package io.qpy.sandbox.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient.Mqtt3Publishes;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import io.qpy.sandbox.Sandbox;
import io.qpy.sandbox.journal.Event;
import io.qpy.sandbox.journal.Payload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HivemqTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Sandbox sandbox =
            Sandbox.builder().admission(HivemqTest::admit).build();
    private final MqttService broker = sandbox.mqtt();
    private final List<Mqtt3BlockingClient> clients = new ArrayList<>();

    @AfterEach
    void close() {
        clients.stream().filter(client -> client.getState().isConnected()).forEach(Mqtt3BlockingClient::disconnect);
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource(MqttQos.class)
    void keepsTheOrder(MqttQos qos) throws Exception {
        Mqtt3BlockingClient sub = connected("sub");
        Mqtt3BlockingClient pub = connected("pub");
        try (Mqtt3Publishes inbox = sub.publishes(MqttGlobalPublishFilter.ALL)) {
            sub.subscribeWith().topicFilter("t/#").qos(qos).send();
            for (int i = 0; i < 200; i++) {
                pub.publishWith()
                        .topic("t/" + i % 3)
                        .qos(qos)
                        .payload(("" + i).getBytes(StandardCharsets.UTF_8))
                        .send();
            }
            for (int i = 0; i < 200; i++) {
                Mqtt3Publish message = receive(inbox);
                assertEquals("" + i, text(message));
                assertEquals(qos, message.getQos());
            }
        }
    }

    @Test
    void deliversOnceWithTheHighestQosOfOverlappingFilters() throws Exception {
        Mqtt3BlockingClient sub = connected("sub");
        try (Mqtt3Publishes inbox = sub.publishes(MqttGlobalPublishFilter.ALL)) {
            sub.subscribeWith().topicFilter("a/#").qos(MqttQos.AT_MOST_ONCE).send();
            sub.subscribeWith().topicFilter("a/+").qos(MqttQos.EXACTLY_ONCE).send();
            sub.subscribeWith().topicFilter("+/b").qos(MqttQos.AT_LEAST_ONCE).send();
            broker.publish("a/b", Payload.of("one"), 2, false);
            broker.publish("end/b", Payload.of("end"), 2, false);
            Mqtt3Publish one = receive(inbox);
            assertEquals("one", text(one));
            assertEquals(MqttQos.EXACTLY_ONCE, one.getQos());
            assertEquals("end", text(receive(inbox)));
        }
    }

    @Test
    void unsubscribes() throws Exception {
        Mqtt3BlockingClient sub = connected("sub");
        try (Mqtt3Publishes inbox = sub.publishes(MqttGlobalPublishFilter.ALL)) {
            sub.subscribeWith().topicFilter("a").send();
            sub.subscribeWith().topicFilter("b").send();
            sub.unsubscribeWith().topicFilter("a").send();
            broker.publish("a", Payload.of("no"), 0, false);
            broker.publish("b", Payload.of("yes"), 0, false);
            assertEquals("yes", text(receive(inbox)));
        }
    }

    @Test
    void kicksAClientAndPublishesItsWill() throws Exception {
        Mqtt3BlockingClient watcher = connected("watcher");
        Mqtt3BlockingClient victim = client("victim");
        victim.connectWith()
                .willPublish()
                .topic("w")
                .payload("gone".getBytes(StandardCharsets.UTF_8))
                .retain(true)
                .applyWillPublish()
                .send();
        try (Mqtt3Publishes inbox = watcher.publishes(MqttGlobalPublishFilter.ALL)) {
            watcher.subscribeWith().topicFilter("w").send();
            assertTrue(broker.kick("victim"));
            assertFalse(broker.kick("victim"));
            assertEquals("gone", text(receive(inbox)));
            watcher.subscribeWith().topicFilter("w").send();
            assertTrue(receive(inbox).isRetain());
        }
        assertEquals("the sandbox cut the connection", gone("victim").reason());
    }

    @Test
    void refusesWithTheCodeAndSaysWhy() throws Exception {
        Mqtt3BlockingClient intruder = client("intruder");
        Mqtt3ConnAckException thrown = assertThrows(Mqtt3ConnAckException.class, intruder::connect);
        assertEquals(5, thrown.getMqttMessage().getReturnCode().getCode());
        Event.MqttRefused event = sandbox.journal().await(Event.MqttRefused.class, e -> true, SOON);
        assertEquals("mqtt \"intruder\" refused with code 5: the client id is wrong", event.line());
    }

    @Test
    void asksTheRulesOfTheSession() throws Exception {
        Mqtt3BlockingClient limited = connected("limited");
        Mqtt3BlockingClient free = connected("free");
        assertThrows(
                Mqtt3SubAckException.class,
                () -> limited.subscribeWith().topicFilter("secret/#").send());
        free.subscribeWith().topicFilter("#").send();
        try (Mqtt3Publishes inbox = free.publishes(MqttGlobalPublishFilter.ALL)) {
            limited.publishWith().topic("secret/a").qos(MqttQos.AT_LEAST_ONCE).send();
            limited.publishWith().topic("a").qos(MqttQos.AT_LEAST_ONCE).send();
            assertEquals("a", receive(inbox).getTopic().toString());
        }
        Event.MqttDropped dropped = sandbox.journal().await(Event.MqttDropped.class, e -> true, SOON);
        assertEquals("mqtt \"limited\" dropped a message on \"secret/a\": it is a secret", dropped.line());
    }

    @Test
    void assignsAClientId() throws Exception {
        Mqtt3BlockingClient nameless = client("");
        nameless.connect();
        assertEquals(
                "sandbox-1",
                sandbox.journal()
                        .await(Event.MqttConnect.class, e -> true, SOON)
                        .clientId());
    }

    private static Verdict admit(Login login) {
        if (login.clientId().equals("intruder")) {
            return Verdict.refuse(5, "the client id is wrong");
        }
        return Verdict.accept(
                login.clientId(), login.clientId().equals("limited") ? new NoSecrets() : TopicRules.ANYTHING);
    }

    private static final class NoSecrets implements TopicRules {
        @Override
        public Optional<String> objectionToPublish(Message message) {
            return objectionToSubscribe(message.topic(), message.qos());
        }

        @Override
        public Optional<String> objectionToSubscribe(String filter, int qos) {
            return filter.startsWith("secret") ? Optional.of("it is a secret") : Optional.empty();
        }
    }

    private Mqtt3BlockingClient connected(String id) {
        Mqtt3BlockingClient client = client(id);
        client.connect();
        return client;
    }

    private Mqtt3BlockingClient client(String id) {
        Mqtt3BlockingClient client = MqttClient.builder()
                .useMqttVersion3()
                .identifier(id)
                .serverAddress(broker.address())
                .buildBlocking();
        clients.add(client);
        return client;
    }

    private Event.MqttDisconnect gone(String clientId) throws InterruptedException {
        return sandbox.journal()
                .await(Event.MqttDisconnect.class, e -> e.clientId().equals(clientId), SOON);
    }

    private static Mqtt3Publish receive(Mqtt3Publishes inbox) throws InterruptedException {
        return inbox.receive(SOON.toSeconds(), TimeUnit.SECONDS).orElseThrow();
    }

    private static String text(Mqtt3Publish message) {
        return new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8);
    }
}
