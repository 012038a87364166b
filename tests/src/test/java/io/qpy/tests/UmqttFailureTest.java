package io.qpy.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.device.modem.Modem;
import io.qpy.runtime.Outcome;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import io.qpy.support.Patience;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code umqtt} with brokers that fail, and with none. */
class UmqttFailureTest {
    private static final String HOST = "broker.example";

    /** {@code attempt()} prints what connect() raises, as scripts of either generation of firmware would catch it. */
    private static final String PRELUDE = Scripts.source("umqtt/failures/begin.py");

    private final TestDevice device = new TestDevice();

    @AfterEach
    void leavesNoThread() {
        UmqttThreads.awaitNone();
    }

    private void check(String script, String expected) {
        device.run(PRELUDE + script);
        assertEquals("", device.errors());
        assertEquals(expected, device.output());
    }

    private void check(UmqttFakeBroker.Conversation conversation, String script, String expected) throws Exception {
        try (UmqttFakeBroker broker = new UmqttFakeBroker(conversation)) {
            device.host(HOST, 1883, broker.address());
            check(script, expected);
        }
    }

    private void saw(String notice) {
        String whole = "umqtt: no connection to broker.example:1883: " + notice;
        assertTrue(device.notices().contains(whole), device.notices()::toString);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void raisesTheCodeOfARefusal(int code) throws Exception {
        check(
                peer -> peer.welcome(code),
                "attempt()",
                "MQTTException (%d,) / MQTT Connect error='%d' FAIL\nTrue True False\n".formatted(code, code));
    }

    @Test
    void raisesWhenTheBrokerClosesInsteadOfAnAnswer() throws Exception {
        check(
                UmqttFakeBroker.Peer::read,
                "attempt()",
                "ValueError (107,) / MQTT Connect Error='107' Server Actively FIN Disconnected.Need Check Connection"
                        + " parameters\nTrue True True\n");
        saw("the broker has closed the connection");
    }

    @Test
    void raisesWhenTheBrokerClosesAtOnce() throws Exception {
        check(
                peer -> {},
                Scripts.source("umqtt/failures/closed_at_once.py"),
                Scripts.expected("umqtt/failures/closed_at_once.py"));
    }

    @Test
    void raisesWhenTheServerIsNoBroker() throws Exception {
        check(
                peer -> {
                    peer.read();
                    peer.out().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
                    peer.in().read();
                },
                "attempt()",
                "ValueError (103,) / MQTT Connect error='103' FAIL\nTrue True True\n");
        saw("its answer to CONNECT is no CONNACK (got the byte 0x48): no MQTT broker?");
    }

    @Test
    void raisesWhenThereIsNoTls() throws Exception {
        check(
                peer -> peer.out().write("no TLS here at all\r\n".getBytes(US_ASCII)),
                "c = MQTTClient('client', 'broker.example', 1883, ssl=True)\nattempt(c.connect)",
                "ValueError (-29184,) / MQTT Connect error='-29184' FAIL\nTrue True True\n");
        assertTrue(
                device.notices()
                        .toString()
                        .contains(
                                "broker.example:1883: TLS: it does not speak TLS on this port; its first bytes are 'no TLS here at"),
                device.notices()::toString);
    }

    @Test
    void raisesWhenNobodyListens() throws Exception {
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            device.host(HOST, 1883, new InetSocketAddress(unused.getInetAddress(), unused.getLocalPort()));
        }
        check("attempt()", "ValueError (111,) / MQTT Connect error='111' FAIL\nTrue True True\n");
        saw("Connection refused");
    }

    @Test
    void raisesWhenTheRadioIsOff() {
        device.modem(new Modem(Modem.Identity.SAMPLE, Modem.State.NO_SIM));
        check("attempt()", "ValueError (113,) / MQTT Connect error='113' FAIL\nTrue True True\n");
        saw("the device is offline: the SIM card is not ready (sim.getStatus() is 0)");
    }

    @Test
    void raisesForANameThatIsNone() {
        check(
                "attempt(MQTTClient('client', 'no.such.host.invalid').connect)",
                "ValueError (\"DNS Parsing 'no.such.host.invalid'\",)"
                        + " / MQTT Connect error='DNS Parsing 'no.such.host.invalid'' FAIL\nTrue True True\n");
    }

    @Test
    void raisesForARefusedSubscription() throws Exception {
        check(
                peer -> {
                    peer.welcome(0);
                    peer.read();
                    peer.send(0x90, 3, 0, 1, 0x80);
                    peer.read();
                },
                Scripts.source("umqtt/failures/refused_subscription.py"),
                Scripts.expected("umqtt/failures/refused_subscription.py"));
        assertTrue(device.notices().contains("umqtt: broker.example:1883 refuses the subscription to 'secret'"));
    }

    @Test
    void tellsTheWaiterOfALossWhenItDoesNotReconnect() throws Exception {
        check(
                peer -> {
                    peer.welcome(0);
                    peer.send(0x30, 4, 0, 1, 't', 'm');
                },
                Scripts.source("umqtt/failures/loss.py"),
                Scripts.expected("umqtt/failures/loss.py"));
    }

    @Test
    void isLostWhenTheBrokerDoesNotRead() throws Exception {
        CompletableFuture<Void> over = new CompletableFuture<>();
        UmqttFakeBroker.Conversation deaf = peer -> {
            peer.welcome(0);
            over.join();
        };
        try (UmqttFakeBroker broker = new UmqttFakeBroker(deaf)) {
            device.host(HOST, 1883, broker.address());
            device.run(PRELUDE + Scripts.source("umqtt/failures/deaf_broker.py"));
            over.complete(null);
        }
        assertEquals("", device.errors());
        assertEquals(Scripts.expected("umqtt/failures/deaf_broker.py"), device.output());
    }

    @Test
    void tellsAResetFromAnEnd() throws Exception {
        check(
                peer -> {
                    peer.welcome(0);
                    peer.read();
                    peer.reset();
                },
                Scripts.source("umqtt/failures/reset.py"),
                Scripts.expected("umqtt/failures/reset.py"));
    }

    @Test
    void assertsThatNoMessageIsOfQos2() throws Exception {
        check(
                peer -> {
                    peer.welcome(0);
                    peer.send(0x34, 6, 0, 1, 't', 0, 9, 'm'); // PUBLISH with QoS 2, packet 9
                    peer.read(); // PUBREC
                    peer.send(0x62, 2, 0, 9); // PUBREL
                    peer.read(); // PUBCOMP
                },
                "c.connect()\nattempt(c.wait_msg)",
                "AssertionError () / \nFalse False False\n");
    }

    @Test
    void goesOnAfterACallbackThatFails() throws Exception {
        try (UmqttFakeBroker broker = new UmqttFakeBroker(peer -> {
            peer.welcome(0);
            peer.send(0x30, 4, 0, 1, 't', 'm', 0x30, 4, 0, 1, 't', 'n');
            peer.read();
        })) {
            device.host(HOST, 1883, broker.address());
            device.run(PRELUDE + Scripts.source("umqtt/failures/failing_callback.py"));
        }
        assertEquals(Scripts.expected("umqtt/failures/failing_callback.py"), device.output());
        assertTrue(device.errors().contains("in fail\nKeyError: "), device::errors);
    }

    @Test
    void isInterruptedWhileItWaits() throws Exception {
        try (UmqttFakeBroker broker = new UmqttFakeBroker(peer -> {
                    peer.welcome(0);
                    peer.read();
                });
                Session session = device.host(HOST, 1883, broker.address()).start()) {
            Script script = Script.of("main.py", PRELUDE + Scripts.source("umqtt/failures/interrupted.py"));
            CompletableFuture<Outcome> running = CompletableFuture.supplyAsync(() -> session.run(script));
            Patience.until(() -> device.output().contains("waiting"), () -> "it waits");
            session.interrupt();
            assertEquals(130, running.get(15, TimeUnit.SECONDS).exitCode());
        }
        assertTrue(device.errors().endsWith("KeyboardInterrupt: \n"), device::errors);
    }

    @Test
    void checksItsArguments() {
        check("""
                attempt(lambda: MQTTClient("c", "h", keepalive=4))
                attempt(lambda: c.subscribe("a"))
                attempt(lambda: MQTTClient("c", "h").subscribe("a"))
                attempt(lambda: c.publish("a", 1))
                attempt(lambda: c.publish("a", b"x" * 2097152))
                attempt(lambda: c.set_last_will("", "x"))
                attempt(lambda: c.publish("a", "b", qos=2))
                attempt(c.wait_msg)
                """, """
                ValueError ('inport parameter error : keepalive >= 5S',) / inport parameter error : keepalive >= 5S
                False True False
                OSError (107,) / [Errno 107] ENOTCONN
                False False True
                AssertionError ('Subscribe callback is not set',) / Subscribe callback is not set
                False False False
                WARN:MQTT:Publish Fail OSError[object of type 'int' has no len()].
                False
                AssertionError () /\s
                False False False
                AssertionError () /\s
                False False False
                WARN:MQTT:publish QOS2 Not Support
                False
                OSError (107,) / [Errno 107] ENOTCONN
                False False True
                """);
    }
}
