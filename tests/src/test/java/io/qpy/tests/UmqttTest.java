package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.runtime.Outcome;
import io.qpy.sandbox.tls.CertificateAuthority;
import io.qpy.support.Mosquitto;
import io.qpy.support.Patience;
import io.qpy.support.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code umqtt} with a broker that is not ours, in MQTT 3.1 (version 3) and 3.1.1 (version 4). */
class UmqttTest {
    private static final String HOST = "mq.tongxinmao.com";
    private static final int PORT = 18830;

    /** What every script begins with: {@code client(id, ...)}, whose messages go to {@code got}. */
    private static final String PRELUDE = """
            from umqtt import MQTTClient, MQTTException
            got = []
            def client(client_id, **more):
                c = MQTTClient(client_id, "mq.tongxinmao.com", 18830, version=%d, **more)
                c.set_callback(lambda topic, msg: got.append((topic, msg)))
                return c
            def wait(c, count):
                while len(got) < count:
                    c.wait_msg()
            """;

    @TempDir
    Path folder;

    private Mosquitto broker;
    private TestDevice device;

    private void start(String settings) throws Exception {
        broker = Mosquitto.start(folder, settings);
        device = newDevice();
    }

    private TestDevice newDevice() {
        return new TestDevice().host(HOST, PORT, broker.address());
    }

    @AfterEach
    void stop() {
        if (broker != null) {
            broker.close();
        }
        UmqttThreads.awaitNone();
    }

    private static Outcome run(TestDevice on, int version, String script) {
        return on.run(PRELUDE.formatted(version) + script);
    }

    private void check(int version, String script, String expected) {
        run(device, version, script);
        assertEquals("", device.errors());
        assertEquals(expected, device.output());
    }

    @Test
    void whatSeveralThreadsPublishIsNotMixed() throws Exception {
        start("allow_anonymous true");
        check(4, """
                import _thread
                c, other = client("many"), client("listening")
                c.connect()
                other.connect()
                other.subscribe("#", 1)
                def publish(letter, size, qos):
                    for i in range(50):
                        c.publish(letter, letter * size, False, qos)
                _thread.start_new_thread(publish, ("a", 30000, 0))
                _thread.start_new_thread(publish, ("b", 30000, 1))
                _thread.start_new_thread(publish, ("c", 10, 0))
                wait(other, 150)
                c.disconnect()
                other.disconnect()
                print(sorted({(topic, len(msg), msg == topic * len(msg)) for topic, msg in got}))
                """, """
                [(b'a', 30000, True), (b'b', 30000, True), (b'c', 10, True)]
                """);
    }

    /** How scripts end a thread that listens. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void aThreadThatWaitsForMessagesIsStopped(int version) throws Exception {
        start("allow_anonymous true");
        check(version, """
                import _thread, utime
                c = client("stopped")
                c.connect()
                c.subscribe("a")
                def listen():
                    while True:
                        c.wait_msg()
                thread = _thread.start_new_thread(listen, ())
                c.publish("a", "one")
                while not got:
                    utime.sleep_ms(5)
                _thread.stop_thread(thread)
                print(_thread.threadIsRunning(thread))
                c.publish("a", "two")
                wait(c, 2)
                c.disconnect()
                print(got)
                """, "False\n[(b'a', b'one'), (b'a', b'two')]\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void publishesAndSubscribes(int version) throws Exception {
        start("allow_anonymous true");
        check(version, """
                c = client(b"both")
                print(c.get_mqttsta(), c.connect(), c.get_mqttsta(), c.check_msg())
                c.subscribe("zero")
                c.subscribe(b"one/+", 1)
                print(c.publish("zero", "a"), c.publish("one/温度", "你好", qos=1), c.publish("one/b", b"\\x00\\xff", qos=1))
                wait(c, 3)
                c.unsubscribe("zero")
                print(c.publish("zero", "unheard"), c.publish("one/last", b"", qos=1))
                wait(c, 4)
                print(sorted(got) == sorted([(b"zero", b"a"), (b"one/last", b""), (b"one/b", b"\\x00\\xff"),
                                             ("one/温度".encode(), "你好".encode())]))
                c.disconnect()
                print(c.wait_msg(), c.get_mqttsta())
                """, "-1 0 0 None\nTrue True True\nTrue True\nTrue\nNone -1\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void takesARetainedMessage(int version) throws Exception {
        start("allow_anonymous true");
        check(version, """
                c = client("retained")
                c.connect()
                c.publish("state", "on", True, 1)
                c.subscribe("state")
                wait(c, 1)
                print(got)
                c.disconnect()
                """, "[(b'state', b'on')]\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void leavesALastWillWhenItIsKilled(int version) throws Exception {
        start("allow_anonymous true");
        run(newDevice(), version, """
                c = client("mortal")
                c.set_last_will("will", b"gone", retain=True, qos=1)
                c.connect()
                """);
        check(version, """
                c = client("heir")
                c.connect()
                c.subscribe("will", 1)
                wait(c, 1)
                print(got)
                c.disconnect()
                """, "[(b'will', b'gone')]\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void takesWhatAPersistentSessionKept(int version) throws Exception {
        start("allow_anonymous true");
        check(version, """
                c = client("sleeper")
                c.connect(clean_session=False)
                c.subscribe("kept", 1)
                c.disconnect()
                other = client("other")
                other.connect()
                print(other.publish("kept", "while asleep", qos=1))
                other.disconnect()
                c.connect(clean_session=False)
                wait(c, 1)
                print(got)
                c.disconnect()
                """, "True\n[(b'kept', b'while asleep')]\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void comesBackWhenTheBrokerDoes(int version) throws Exception {
        start("allow_anonymous true");
        CompletableFuture<Outcome> running = CompletableFuture.supplyAsync(() -> run(device, version, """
                c = client("faithful")
                c.error_register_cb(print)
                c.connect()
                c.subscribe("again", 1)
                print("ready")
                wait(c, 1)
                print(got)
                c.disconnect()
                """));
        Patience.until(() -> device.output().contains("ready"), () -> "ready");
        broker.close();
        Patience.until(() -> device.output().contains("reconnect_start"), () -> "loss");
        broker.startAgain();
        Patience.until(() -> device.output().contains("reconnect_success"), () -> "return");
        run(
                newDevice(),
                version,
                "c = client('other')\nc.connect()\nc.publish('again', 'here', qos=1)\nc.disconnect()\n");
        running.join();
        assertEquals("", device.errors());
        List<String> lines = device.output()
                .replaceAll("\\[\\d+-\\d+-\\d+ \\d+:\\d+:\\d+]", "[now]")
                .lines()
                .toList();
        int last = lines.size() - 1;
        assertEquals("WARN:MQTT:[now] wait msg OSError[107] . Trying to reconnect", lines.get(1));
        assertEquals("reconnect_start", lines.get(2));
        assertEquals(
                "INFO:MQTT:[now] The network condition has been restored and an attempt will be made to reconnect",
                lines.get(3));
        assertEquals("INFO:MQTT:[now] Reconnection successful!", lines.get(last - 2));
        assertEquals("reconnect_success", lines.get(last - 1));
        assertEquals("[(b'again', b'here')]", lines.get(last));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void raisesForAWrongPassword(int version) throws Exception {
        Path passwords = folder.resolve("passwords");
        Program.of("mosquitto_passwd", "-c", "-b", passwords.toString(), "user", "right")
                .run();
        start("allow_anonymous false\npassword_file " + passwords);
        check(
                version,
                """
                try:
                    client("thief", user="user", password="wrong").connect()
                except MQTTException as e:
                    print(e.args[0], e)
                c = client("owner", user=b"user", password=b"right")
                print(c.connect())
                c.disconnect()
                """,
                // MQTT 3.1.1, 3.2.2.3: code 4 is for malformed ones too; mosquitto says 5, not authorised.
                "5 MQTT Connect error='5' FAIL\n0\n");
        String reason = "umqtt: no connection to mq.tongxinmao.com:18830: "
                + "the broker does not authorise this client (CONNACK code 5)";
        assertTrue(device.notices().contains(reason), device.notices()::toString);
    }

    @Test
    void pingsByItselfAndWhenAsked() throws Exception {
        start("allow_anonymous true");
        check(4, """
                c = client("pinger")
                c.connect()
                c.ping()
                print(c.wait_msg())
                c.disconnect()
                c = client("keeper", keepalive=5)
                c.connect()
                print(c.wait_msg(), c.get_mqttsta())
                c.disconnect()
                """, "b'\\xd0'\nb'\\xd0' 0\n");
    }

    @Test
    void publishesFromSeveralThreadsWhileAnotherWaits() throws Exception {
        start("allow_anonymous true");
        check(4, """
                import _thread
                c = client("busy")
                c.connect()
                c.subscribe("many/#", 1)
                def publish(number):
                    for i in range(20):
                        c.publish("many/%d" % number, str(i), qos=i % 2)
                for number in range(4):
                    _thread.start_new_thread(publish, (number,))
                wait(c, 80)
                for number in range(4):
                    print(sorted(int(m) for t, m in got if t == b"many/%d" % number) == list(range(20)))
                c.disconnect()
                """, "True\nTrue\nTrue\nTrue\n");
    }

    @Test
    void speaksTls() throws Exception {
        CertificateAuthority.Identity identity = new CertificateAuthority().issue(HOST);
        X509Certificate certificate = identity.chain().get(0);
        Files.writeString(
                folder.resolve("key"), pem("PRIVATE KEY", identity.key().getEncoded()));
        Files.writeString(folder.resolve("certificate"), pem("CERTIFICATE", certificate.getEncoded()));
        start("allow_anonymous true\nkeyfile " + folder.resolve("key") + "\ncertfile " + folder.resolve("certificate"));
        check(4, """
                c = client("secret", ssl=True)
                c.connect()
                c.subscribe("tls")
                c.publish("tls", b"x" * 100000, qos=1)
                wait(c, 1)
                print(len(got[0][1]))
                c.disconnect()
                """, "100000\n");
    }

    private static String pem(String what, byte... der) {
        String text = Base64.getMimeEncoder().encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    }
}
