package io.qpy.sandbox.mqtt;

import static io.qpy.support.MqttPackets.connect;
import static io.qpy.support.MqttPackets.publish;
import static io.qpy.support.MqttPackets.subscribe;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.sandbox.Sandbox;
import io.qpy.sandbox.journal.Event;
import io.qpy.sandbox.journal.Payload;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no well-behaved client library would send, and what none shows. */
class ProtocolTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String ACCEPTED = "20 02 00 00";
    private static final String ACCEPTED_AGAIN = "20 02 01 00";

    private final Sandbox sandbox = Sandbox.builder()
            .mqttLimits(MqttLimits.DEFAULT
                    .withPacketBytes(1000)
                    .withQueuedMessages(3)
                    .withConnectWithin(Duration.ofMillis(500)))
            .build();
    private final MqttService broker = sandbox.mqtt();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void sendsAgainWhatWasNotAcknowledged() throws Exception {
        try (RawClient first = new RawClient(broker)) {
            assertEquals(ACCEPTED, first.send(connect(0, 60, "d")).next());
            assertEquals("90 03 00 07 02", first.send(subscribe(7, "t", 2)).next());
            broker.publish("t", Payload.of("A"), 1, false);
            broker.publish("t", Payload.of("B"), 2, false);
            broker.publish("t", Payload.of("C"), 2, false);
            assertEquals("32 06 00 01 74 00 01 41", first.next());
            assertEquals("34 06 00 01 74 00 02 42", first.next());
            assertEquals("34 06 00 01 74 00 03 43", first.next());
            assertEquals("62 02 00 02", first.send("50 02 00 02").next());
        }
        sandbox.journal().await(Event.MqttDisconnect.class, e -> true, SOON);
        broker.publish("t", Payload.of("D"), 1, false);
        try (RawClient again = new RawClient(broker)) {
            assertEquals(ACCEPTED_AGAIN, again.send(connect(0, 60, "d")).next());
            assertEquals("3a 06 00 01 74 00 01 41", again.next());
            assertEquals("62 02 00 02", again.next());
            assertEquals("3c 06 00 01 74 00 03 43", again.next());
            assertEquals("32 06 00 01 74 00 04 44", again.next());
            again.send("40 02 00 01").send("70 02 00 02").send("40 02 00 04");
            assertEquals("62 02 00 03", again.send("50 02 00 03").next());
            assertEquals("d0 00", again.send("70 02 00 03").send("c0 00").next());
        }
        try (RawClient clean = new RawClient(broker)) {
            assertEquals(ACCEPTED, clean.send(connect(2, 60, "d")).next());
            assertEquals("d0 00", clean.send("c0 00").next());
        }
    }

    @Test
    void keepsNoMoreThanItsQueueForWhoIsAway() throws Exception {
        try (RawClient first = new RawClient(broker)) {
            first.send(connect(0, 60, "d")).next();
            first.send(subscribe(1, "t", 1)).next();
            assertEquals("closed", first.send("e0 00").next());
        }
        for (String payload : new String[] {"A", "B", "C", "D"}) {
            broker.publish("t", Payload.of(payload), 1, false);
        }
        assertEquals(1, sandbox.journal().events(Event.MqttDropped.class).size());
        try (RawClient again = new RawClient(broker)) {
            assertEquals(ACCEPTED_AGAIN, again.send(connect(0, 60, "d")).next());
            assertEquals("32 06 00 01 74 00 01 41", again.next());
        }
    }

    @Test
    void boundsWhatASlowReaderLeavesUnread() throws Exception {
        try (RawClient slow = new RawClient(broker)) {
            slow.send(connect(2, 60, "slow")).next();
            slow.send(subscribe(1, "t", 0)).next();
            Payload big = Payload.of(new byte[1024 * 1024]);
            // More than the sockets' buffers of any system hold.
            for (int i = 0; i < 40; i++) {
                broker.publish("t", big, 0, false);
            }
            assertFalse(sandbox.journal().events(Event.MqttDropped.class).isEmpty());
            assertTrue(slow.next().startsWith("30 "));
        }
    }

    @Test
    void passesAQos2MessageOnOnce() throws Exception {
        try (RawClient client = new RawClient(broker)) {
            client.send(connect(2, 60, "d")).next();
            assertEquals("50 02 00 09", client.send(publish(0x34, "t", 9, "x")).next());
            assertEquals("50 02 00 09", client.send(publish(0x3C, "t", 9, "x")).next());
            assertEquals("70 02 00 09", client.send("62 02 00 09").next());
            assertEquals(1, sandbox.journal().events(Event.MqttPublish.class).size());
            assertEquals("50 02 00 09", client.send(publish(0x34, "t", 9, "y")).next());
            assertEquals(2, sandbox.journal().events(Event.MqttPublish.class).size());
        }
    }

    @Test
    void endsASilentClientAndPublishesItsWill() throws Exception {
        try (RawClient watcher = new RawClient(broker);
                RawClient silent = new RawClient(broker)) {
            watcher.send(connect(2, 0, "watcher")).next();
            watcher.send(subscribe(1, "w", 1)).next();
            assertEquals(
                    ACCEPTED,
                    silent.send(connect(2 + 4 + 8, 1, "silent", "w", "gone")).next());
            assertEquals("closed", silent.next());
            assertEquals("32 09 00 01 77 00 01 67 6f 6e 65", watcher.next());
        }
        assertTrue(gone("silent").contains("keep-alive of 1 s"), gone("silent"));
    }

    @Test
    void aGoodbyeDropsTheWill() throws Exception {
        try (RawClient polite = new RawClient(broker)) {
            polite.send(connect(2 + 4, 0, "polite", "w", "gone")).next();
            assertEquals("closed", polite.send("e0 00").next());
        }
        assertTrue(sandbox.journal().events(Event.MqttPublish.class).isEmpty());
    }

    @Test
    void aTakeoverPublishesTheWillOfTheFirst() throws Exception {
        try (RawClient first = new RawClient(broker);
                RawClient second = new RawClient(broker)) {
            first.send(connect(2 + 4, 0, "twin", "w", "gone")).next();
            assertEquals(ACCEPTED, second.send(connect(2, 0, "twin")).next());
            assertEquals("closed", first.next());
            assertEquals("d0 00", second.send("c0 00").next());
        }
        assertEquals(1, sandbox.journal().events(Event.MqttPublish.class).size());
    }

    @ParameterizedTest
    @CsvSource({
        "MQTT, 4, 2, '', 20 02 00 00", // assigned
        "MQTT, 4, 0, '', 20 02 00 02",
        "MQIsdp, 3, 2, '', 20 02 00 02",
        "MQIsdp, 3, 0, id, 20 02 00 00",
        "MQTT, 4, 0, id|securemode=3;signmethod=hmacsha256|and much more than 23 characters, 20 02 00 00",
        "MQIsdp, 3, 2, id|securemode=3;signmethod=hmacsha256|and much more than 23, 20 02 00 00",
        "MQTT, 3, 2, id, 20 02 00 01",
        "MQTT, 6, 2, id, 20 02 00 01",
        "MQXXX, 4, 2, id, 20 02 00 01",
    })
    void answersTheConnect(String name, int level, int flags, String id, String answer) throws Exception {
        try (RawClient client = new RawClient(broker)) {
            client.send(connect(name, level, flags, 60, id));
            assertEquals(answer, client.next());
            assertEquals(
                    answer.endsWith("00") ? "d0 00" : "closed",
                    client.send("c0 00").next());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"47 45 54 20 2f 20 48 54 54 50 2f 31 2e 31 0d 0a 0d 0a", "c0 00", "00"})
    void turnsAwayWhatIsNotMqtt(String hex) throws Exception {
        try (RawClient client = new RawClient(broker)) {
            assertEquals("closed", client.send(hex).next());
        }
        assertTrue(rejected().contains("no MQTT client sends"), rejected());
    }

    @Test
    void turnsAwayWhoSaysNothing() throws Exception {
        try (RawClient client = new RawClient(broker)) {
            assertEquals("closed", client.next());
        }
        assertTrue(rejected().contains("no CONNECT packet came"), rejected());
    }

    /** The firmware of late 2021 leaves an empty client id out. */
    @Test
    void turnsAwayAConnectWithoutItsClientId() throws Exception {
        try (RawClient client = new RawClient(broker)) {
            assertEquals("closed", client.send(connect(2, 60)).next());
        }
        assertTrue(rejected().contains("empty client id"), rejected());
    }

    @ParameterizedTest
    @CsvSource({
        "10 02 00 00, ends before its fields do",
        "10 80 80 80 80 01, more than 4 bytes",
        "10 ff 7f, larger than the limit",
    })
    void turnsAwayABrokenConnect(String hex, String reason) throws Exception {
        try (RawClient client = new RawClient(broker)) {
            assertEquals("closed", client.send(hex).next());
        }
        assertTrue(rejected().contains(reason), rejected());
    }

    @Test
    void endsAClientThatSendsTooMuch() throws Exception {
        try (RawClient client = new RawClient(broker)) {
            client.send(connect(2, 0, "big")).next();
            assertEquals(
                    "closed",
                    client.send(publish(0x30, "t", 0, "x".repeat(1000))).next());
        }
        assertEquals("a packet of 1003 bytes is larger than the limit, 1000", gone("big"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10 0e 00 04 4d 51 54 54 04 02 00 00 00 02 69 64", // CONNECT again
                "30 03 00 01 23", // publish to #
                "30 03 00 01 00", // publish to U+0000
                "30 02 00 00", // publish to an empty topic
                "36 05 00 01 61 00 01", // publish with QoS 3
                "32 05 00 01 61 00 00", // packet id 0
                "82 02 00 01", // SUBSCRIBE to nothing
                "80 06 00 01 00 01 61 00", // SUBSCRIBE with wrong flags
                "82 06 00 01 00 01 61 03", // SUBSCRIBE with QoS 3
                "20 02 00 00", // CONNACK
                "f0 00", // reserved
            })
    void endsAClientThatBreaksTheProtocol(String hex) throws Exception {
        try (RawClient client = new RawClient(broker)) {
            client.send(connect(2 + 4, 0, "bad", "w", "gone")).next();
            assertEquals("closed", client.send(hex).next());
        }
        assertFalse(gone("bad").isEmpty());
        assertEquals(
                "gone",
                sandbox.journal()
                        .await(Event.MqttPublish.class, e -> true, SOON)
                        .payload()
                        .text());
    }

    @Test
    void refusesABadFilterAndTakesTheNext() throws Exception {
        try (RawClient client = new RawClient(broker)) {
            client.send(connect(2, 0, "d")).next();
            assertEquals("90 03 00 01 80", client.send(subscribe(1, "a/#/b", 1)).next());
            assertEquals("90 03 00 02 80", client.send(subscribe(2, "a+", 1)).next());
            assertEquals("90 03 00 03 01", client.send(subscribe(3, "+/a", 1)).next());
        }
    }

    @Test
    void textsStayReadable() throws Exception {
        try (RawClient client = new RawClient(broker)) {
            client.send(connect(2 + 0xC0, 5, "id", "me\n", "secret")).next();
        }
        Event.MqttConnect event = sandbox.journal().await(Event.MqttConnect.class, e -> true, SOON);
        assertTrue(event.line().contains("user \"me\\u000a\", level 4, keep-alive 5 s, clean session"), event.line());
        assertEquals(1, event.line().lines().count());
        assertFalse(event.line().contains("secret"));
    }

    private String rejected() throws InterruptedException {
        return sandbox.journal().await(Event.Rejected.class, e -> true, SOON).reason();
    }

    private String gone(String clientId) throws InterruptedException {
        return sandbox.journal()
                .await(Event.MqttDisconnect.class, e -> e.clientId().equals(clientId), SOON)
                .reason();
    }
}
