package io.qpy.sandbox.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.sandbox.Sandbox;
import io.qpy.sandbox.journal.Event;
import io.qpy.sandbox.journal.Payload;
import io.qpy.support.MosquittoClient;
import io.qpy.support.RequiresPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@RequiresPrograms({"mosquitto_pub", "mosquitto_sub"})
class MosquittoTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Sandbox sandbox = Sandbox.create();
    private final MqttService broker = sandbox.mqtt();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({"mqttv31,0", "mqttv31,1", "mqttv31,2", "mqttv311,0", "mqttv311,1", "mqttv311,2"})
    void carriesAMessage(String version, String qos) throws Exception {
        try (MosquittoClient sub =
                start("-V", version, "-i", "sub", "-t", "a/+/c", "-q", qos, "-C", "2", "-F", "%t %q %r %p")) {
            awaitSubscribed("sub");
            MosquittoClient.publish(broker.address(), "-V", version, "-i", "pub", "-t", "a/b/c", "-q", qos, "-m", "你好");
            MosquittoClient.publish(
                    broker.address(), "-V", version, "-i", "pub", "-t", "a/b/c", "-q", qos, "-m", "second", "-r");
            assertEquals("a/b/c %s 0 你好\na/b/c %s 0 second\n".formatted(qos, qos), sub.output());
        }
        assertEquals(version.equals("mqttv31") ? 3 : 4, connect("pub").level());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqttv31", "mqttv311"})
    void keepsARetainedMessageUntilAnEmptyOne(String version) throws Exception {
        MosquittoClient.publish(broker.address(), "-V", version, "-t", "r/1", "-m", "kept", "-r", "-q", "1", "-i", "p");
        try (MosquittoClient sub = start("-V", version, "-i", "s1", "-t", "r/#", "-C", "1", "-F", "%r %p")) {
            assertEquals("1 kept\n", sub.output());
        }
        MosquittoClient.publish(broker.address(), "-V", version, "-t", "r/1", "-n", "-r", "-q", "1", "-i", "p");
        try (MosquittoClient sub = start("-V", version, "-i", "s2", "-t", "r/#", "-C", "1", "-F", "%r %p")) {
            awaitSubscribed("s2");
            broker.publish("r/2", Payload.of("live"), 0, false);
            assertEquals("0 live\n", sub.output());
        }
    }

    @Test
    void publishesTheWillOfAKilledClient() throws Exception {
        try (MosquittoClient watcher = start("-i", "watcher", "-t", "will/#", "-C", "1", "-F", "%t %p")) {
            awaitSubscribed("watcher");
            MosquittoClient victim =
                    start("-i", "victim", "-t", "x", "--will-topic", "will/victim", "--will-payload", "dead");
            awaitSubscribed("victim");
            victim.close();
            assertEquals("will/victim dead\n", watcher.output());
        }
        assertFalse(disconnect("victim").clean());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqttv31", "mqttv311"})
    void keepsASession(String version) throws Exception {
        String[] subscribe = {
            "-V", version, "-i", "keeper", "-c", "-q", "2", "-t", "k/#", "-W", "5", "-C", "3", "-F", "%q %p"
        };
        String[] once = {"-V", version, "-i", "keeper", "-c", "-q", "2", "-t", "k/#", "-E"};
        try (MosquittoClient first = start(once)) {
            first.output();
        }
        awaitGone("keeper");
        MosquittoClient.publish(broker.address(), "-i", "p", "-q", "0", "-t", "k/0", "-m", "none is kept of QoS 0");
        MosquittoClient.publish(broker.address(), "-i", "p", "-q", "1", "-t", "k/1", "-m", "m1");
        broker.publish("k/2", Payload.of("m2"), 1, false);
        MosquittoClient.publish(broker.address(), "-i", "p", "-q", "2", "-t", "k/3", "-m", "m3");
        try (MosquittoClient again = start(subscribe)) {
            assertEquals("1 m1\n1 m2\n2 m3\n", again.output());
        }
    }

    @Test
    void takesOverAClientId() throws Exception {
        try (MosquittoClient first = start("-i", "twin", "-t", "one")) {
            awaitSubscribed("twin");
            first.stop();
            MosquittoClient.publish(broker.address(), "-i", "twin", "-t", "x", "-m", "x");
        }
        assertTrue(
                disconnect("twin").reason().contains("logged in again"),
                disconnect("twin").reason());
    }

    @Test
    void pingsKeepItAlive() throws Exception {
        // mosquitto_sub wants 5 s or more; its pings are seen as the connection's staying.
        try (MosquittoClient sub = start("-i", "alive", "-k", "5", "-t", "a", "-C", "1")) {
            assertEquals(5, connect("alive").keepAlive());
            awaitSubscribed("alive");
            broker.publish("a", Payload.of("x"), 2, false);
            assertEquals("x\n", sub.output());
        }
    }

    @Test
    void speaksTlsOnTheSamePort(@TempDir Path folder) throws Exception {
        Path root = Files.writeString(
                folder.resolve("root.pem"), sandbox.authority().pem());
        try (MosquittoClient sub = start("-i", "tls", "--cafile", root.toString(), "-t", "a", "-C", "1")) {
            awaitSubscribed("tls");
            MosquittoClient.publish(broker.address(), "-i", "plain", "-t", "a", "-m", "x");
            assertEquals("x\n", sub.output());
        }
        assertTrue(connect("tls").tls());
        assertFalse(connect("plain").tls());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void refusesTheNextLogin(int code) throws Exception {
        broker.refuseNextLogin(code);
        try (MosquittoClient pub =
                MosquittoClient.start(broker.address(), "mosquitto_pub", "-i", "p", "-t", "a", "-m", "x")) {
            assertTrue(pub.output().contains("Connection error"), "it says so");
            assertEquals(
                    code,
                    sandbox.journal()
                            .await(Event.MqttRefused.class, e -> true, SOON)
                            .code());
        }
        MosquittoClient.publish(broker.address(), "-i", "p", "-t", "a", "-m", "x");
    }

    @Test
    void refusesMqtt5AsOldBrokersDo() throws Exception {
        try (MosquittoClient pub = MosquittoClient.start(
                broker.address(), "mosquitto_pub", "-V", "mqttv5", "-i", "p", "-t", "a", "-m", "x")) {
            pub.output();
        }
        assertEquals(
                1,
                sandbox.journal()
                        .await(Event.MqttRefused.class, e -> true, SOON)
                        .code());
    }

    private MosquittoClient start(String... arguments) throws Exception {
        return MosquittoClient.start(broker.address(), "mosquitto_sub", arguments);
    }

    private void awaitSubscribed(String clientId) throws Exception {
        sandbox.journal().await(Event.MqttSubscribe.class, e -> e.clientId().equals(clientId), SOON);
    }

    private void awaitGone(String clientId) throws Exception {
        disconnect(clientId);
    }

    private Event.MqttConnect connect(String clientId) throws Exception {
        return sandbox.journal()
                .await(Event.MqttConnect.class, e -> e.clientId().equals(clientId), SOON);
    }

    private Event.MqttDisconnect disconnect(String clientId) throws Exception {
        return sandbox.journal()
                .await(Event.MqttDisconnect.class, e -> e.clientId().equals(clientId), SOON);
    }
}
