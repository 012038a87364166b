package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.runtime.Outcome;
import io.qpy.sandbox.Sandbox;
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
    private static final String BEGIN = Scripts.source("umqtt/begin.py");

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
        return on.script("umqtt/" + script, "VERSION = " + version, BEGIN);
    }

    private void prints(int version, String script) {
        device.prints("umqtt/" + script, "VERSION = " + version, BEGIN);
    }

    @Test
    void whatSeveralThreadsPublishIsNotMixed() throws Exception {
        start("allow_anonymous true");
        prints(4, "not_mixed.py");
    }

    /** How scripts end a thread that listens. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void aThreadThatWaitsForMessagesIsStopped(int version) throws Exception {
        start("allow_anonymous true");
        prints(version, "stopped_thread.py");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void publishesAndSubscribes(int version) throws Exception {
        start("allow_anonymous true");
        prints(version, "publishes.py");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void takesARetainedMessage(int version) throws Exception {
        start("allow_anonymous true");
        prints(version, "retained.py");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void leavesALastWillWhenItIsKilled(int version) throws Exception {
        start("allow_anonymous true");
        run(newDevice(), version, "mortal.py");
        prints(version, "heir.py");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void takesWhatAPersistentSessionKept(int version) throws Exception {
        start("allow_anonymous true");
        prints(version, "persistent_session.py");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void comesBackWhenTheBrokerDoes(int version) throws Exception {
        start("allow_anonymous true");
        CompletableFuture<Outcome> running = CompletableFuture.supplyAsync(() -> run(device, version, "faithful.py"));
        Patience.until(() -> device.output().contains("ready"), () -> "ready");
        broker.close();
        Patience.until(() -> device.output().contains("reconnect_start"), () -> "loss");
        broker.startAgain();
        Patience.until(() -> device.output().contains("reconnect_success"), () -> "return");
        run(newDevice(), version, "other.py");
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
        // MQTT 3.1.1, 3.2.2.3: code 4 is for malformed ones too; mosquitto says 5, not authorised.
        prints(version, "wrong_password.py");
        String reason = "umqtt: no connection to mq.tongxinmao.com:18830: "
                + "the broker does not authorise this client (CONNACK code 5)";
        assertTrue(device.notices().contains(reason), device.notices()::toString);
    }

    /** Also in the client id, the user's name, the password and the last will. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void takesFullWidthLetters(int version) throws Exception {
        Path passwords = folder.resolve("passwords");
        Files.writeString(passwords, "ｕｓｅｒ:ｐａｓｓ：ｗｏｒｄ\n");
        Program.of("mosquitto_passwd", "-U", passwords.toString()).run();
        start("allow_anonymous false\npassword_file " + passwords);
        prints(version, "wide.py");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void takesFullWidthLettersToTheSandbox(int version) {
        try (Sandbox sandbox = Sandbox.builder().build()) {
            device = new TestDevice().host(HOST, PORT, sandbox.mqtt().address());
            prints(version, "wide.py");
        }
    }

    @Test
    void pingsByItselfAndWhenAsked() throws Exception {
        start("allow_anonymous true");
        prints(4, "pings.py");
    }

    @Test
    void publishesFromSeveralThreadsWhileAnotherWaits() throws Exception {
        start("allow_anonymous true");
        prints(4, "several_threads.py");
    }

    @Test
    void speaksTls() throws Exception {
        CertificateAuthority.Identity identity = new CertificateAuthority().issue(HOST);
        X509Certificate certificate = identity.chain().get(0);
        Files.writeString(
                folder.resolve("key"), pem("PRIVATE KEY", identity.key().getEncoded()));
        Files.writeString(folder.resolve("certificate"), pem("CERTIFICATE", certificate.getEncoded()));
        start("allow_anonymous true\nkeyfile " + folder.resolve("key") + "\ncertfile " + folder.resolve("certificate"));
        prints(4, "tls.py");
    }

    private static String pem(String what, byte... der) {
        String text = Base64.getMimeEncoder().encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    }
}
