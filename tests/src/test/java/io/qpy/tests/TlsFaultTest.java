package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.device.tls.Authorities;
import io.qpy.device.tls.Trust;
import io.qpy.sandbox.Sandbox;
import io.qpy.sandbox.journal.Event;
import io.qpy.sandbox.tls.Upstream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a script and the person at the PC are told when TLS goes wrong, and that `verify` refuses what it should. */
class TlsFaultTest {
    private static final Sandbox SANDBOX = Sandbox.create();

    private static final String GOOD = "HOST = '" + host("good") + "'\n";

    /** A script that talks to a host. */
    private static String talk(String host, String timeout, String own) {
        return "HOST = '" + host + "'\nTIMEOUT = " + timeout + "\nOWN = " + own + "\n"
                + Scripts.source("tls/faults/connect.py");
    }

    private static String talk(String word) {
        return talk(host(word), "20", "{}");
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    private static TestDevice device(String word, boolean verify) {
        return new TestDevice()
                .trust(
                        verify
                                ? new Trust(true, TlsFaultTest::authorities)
                                : new Trust(false, TlsFaultTest::authorities))
                .host(host(word), 7, SANDBOX.tls().address(word, Upstream.ECHO))
                .host(host(word), 443, SANDBOX.tls().address(word, Upstream.HTTP))
                .host(host(word), 8883, SANDBOX.tls().address(word, Upstream.MQTT));
    }

    private static Authorities authorities() {
        return new Authorities(
                List.of(SANDBOX.authority().certificate()),
                List.of(SANDBOX.authority().revocations()));
    }

    private static String host(String word) {
        return word + ".tls.qpy.test";
    }

    private static void assertSaid(TestDevice device, String reason) {
        assertTrue(
                device.notices().stream().anyMatch(line -> line.contains(reason)),
                () -> reason + " in " + device.notices());
    }

    /** Word, what is said of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            expired        | it expired on
            not-yet-valid  | it is not valid before
            wrong-host     | it is for another.example, not for wrong-host.tls.qpy.test
            self-signed    | it is signed by itself, and nobody here knows it
            unknown-issuer | its issuer is not known here: CN=Unknown CA
            revoked        | its issuer revoked it on
            weak-key       | its RSA key has only 1024 bits
            weak-signature | it is signed with SHA1withECDSA, which can be forged
            """)
    void aCertificateThatWouldNotPass(String word, String reason) {
        String script = talk(word);

        TestDevice asTheModule = device(word, false);
        asTheModule.run(script);
        assertEquals("b'hello'\n", asTheModule.output(), asTheModule::errors);
        assertSaid(asTheModule, "the certificate of " + host(word) + " would not pass a check: " + reason);

        TestDevice verifying = device(word, true);
        verifying.run(script);
        assertEquals("(-9984, 'MBEDTLS_ERR_X509_CERT_VERIFY_FAILED')\n", verifying.output(), verifying::errors);
        assertSaid(verifying, "ussl: no TLS with " + host(word) + ": its certificate is refused: " + reason);
    }

    @Test
    void aGoodCertificatePassesInSilence() {
        for (boolean verify : new boolean[] {false, true}) {
            TestDevice device = device("good", verify);
            device.run(talk("good"));
            assertEquals("b'hello'\n", device.output(), device::errors);
            assertFalse(device.notices().stream().anyMatch(line -> line.contains("certificate")), () -> device.notices()
                    .toString());
        }
    }

    /** Word, mbedTLS's number and name, what is said of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hangs-up        | -29312 | CONN_EOF                 | it closed the connection in the middle
            garbage         | -29184 | INVALID_RECORD           | its first bytes are 00 de ad be ef
            plain-http      | -29184 | INVALID_RECORD           | it speaks plain HTTP on this port
            long-record     | -29184 | INVALID_RECORD           | longer than TLS allows
            no-common-suite | -30592 | FATAL_ALERT_MESSAGE      | it offers no cipher suite that the module has
            tls1-1          | -30592 | FATAL_ALERT_MESSAGE      | it refuses TLS 1.2 and 1.3
            client-certificate | -30592 | FATAL_ALERT_MESSAGE   | it wants a client certificate
            """)
    void aHandshakeThatFails(String word, int number, String name, String reason) {
        TestDevice device = device(word, false);
        device.run(talk(word));
        assertEquals(
                "(%d, 'MBEDTLS_ERR_SSL_%s')\n".formatted(number, name),
                device.output(),
                () -> device.errors() + device.notices());
        assertSaid(device, "ussl: no TLS with " + host(word) + ": ");
        assertSaid(device, reason);
    }

    @Test
    void aServerThatNeverAnswers() {
        TestDevice device = device("silent", false);
        device.run(talk(host("silent"), "0.3", "{}"));
        assertEquals("(110,)\n", device.output(), () -> device.errors() + device.notices());
        assertSaid(device, "ussl: no TLS with " + host("silent") + ": it did not answer in time");
    }

    @Test
    void requestAndUmqttAreToldToo() {
        TestDevice asTheModule = device("expired", false);
        String script = "HOST = '" + host("expired") + "'\n" + Scripts.source("tls/faults/request_and_umqtt.py");
        asTheModule.run(script);
        assertEquals(
                Scripts.expected("tls/faults/request_and_umqtt.py"),
                asTheModule.output(),
                () -> asTheModule.errors() + asTheModule.notices());
        assertSaid(asTheModule, "the certificate of " + host("expired") + ":443 would not pass a check: it expired on");
        assertSaid(
                asTheModule, "the certificate of " + host("expired") + ":8883 would not pass a check: it expired on");

        TestDevice verifying = device("expired", true);
        verifying.run(script);
        assertFalse(verifying.output().contains("200") || verifying.output().contains("\n0\n"), verifying::output);
        assertTrue(verifying.output().contains("-9984"), verifying::output);
        assertEquals(
                2,
                verifying.notices().stream()
                        .filter(line -> line.contains("its certificate is refused: it expired on"))
                        .count(),
                () -> verifying.notices().toString());
    }

    @Test
    void theSandboxKnowsWhoseCertificateCame() throws Exception {
        io.qpy.sandbox.tls.CertificateAuthority.Identity own =
                SANDBOX.authority().issue("my-device");
        java.util.Base64.Encoder encoder = java.util.Base64.getMimeEncoder(64, new byte[] {'\n'});
        String certificate = "-----BEGIN CERTIFICATE-----\n"
                + encoder.encodeToString(own.chain().get(0).getEncoded()) + "\n-----END CERTIFICATE-----\n";
        String key = "-----BEGIN PRIVATE KEY-----\n"
                + encoder.encodeToString(own.key().getEncoded()) + "\n-----END PRIVATE KEY-----\n";
        TestDevice device = device("client-certificate", false);
        device.run(talk(
                host("client-certificate"), "20", "{'cert': '''" + certificate + "''', 'key': '''" + key + "'''}"));
        assertEquals("b'hello'\n", device.output(), () -> device.errors() + device.notices());
        SANDBOX.journal()
                .await(
                        Event.TlsNote.class,
                        note -> note.line().contains("client certificate CN=qpy sandbox"),
                        Duration.ofSeconds(10));
    }

    /** The sandbox's own endpoints do every suite, too. */
    @Test
    void everySuiteWithTheSandbox() throws Exception {
        Map<String, Integer> table = SuiteTable.read();
        table.values().remove(SuiteTable.SIGNAL);
        assertEquals(79, table.size());
        TestDevice device = new TestDevice();
        StringBuilder ports = new StringBuilder();
        table.forEach((name, code) ->
                ports.append(SANDBOX.tls()
                                .address("suite-%04x".formatted(code), Upstream.ECHO)
                                .getPort() + ","));
        device.script("tls/suites/sandbox.py", "PORTS = (" + ports + ")");
        String expected = String.join(
                "", table.keySet().stream().map(name -> name + " True\n").toList());
        assertEquals(expected, device.output(), device::errors);
    }

    @Test
    void manyConnectionsLeaveNothing() {
        TestDevice device = device("good", false);
        try (io.qpy.runtime.Session session = device.start()) {
            run(session, 20);
            long descriptors = Resources.descriptors();
            long heap = Resources.heapAfterCollection();
            run(session, 500);
            session.run(io.qpy.runtime.Script.of("fifty.py", GOOD + Scripts.source("tls/faults/fifty.py")));
            assertEquals("20\n500\n50\n", device.output(), device::errors);
            Resources.awaitAtMost(descriptors + 5, Resources::descriptors); // the JVM opens some of its own
            long more = Resources.heapAfterCollection() - heap;
            assertTrue(more < 8 << 20, () -> more + " bytes more");
        }
    }

    private static void run(io.qpy.runtime.Session session, int connections) {
        session.run(io.qpy.runtime.Script.of(
                "main.py", GOOD + "COUNT = " + connections + "\n" + Scripts.source("tls/faults/many.py")));
    }
}
