package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.sandbox.Sandbox;
import io.qpy.sandbox.tls.Upstream;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a script can do with a wrapped socket, and what it is told when it gives ussl something wrong. */
class UsslTest {
    private static final Sandbox SANDBOX = Sandbox.create();

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    private static TestDevice run(String script, String... constants) {
        TestDevice device = new TestDevice()
                .host("h", 7, SANDBOX.tls().address("good", Upstream.ECHO))
                .host("h", 443, SANDBOX.tls().address("good", Upstream.HTTP))
                .host("h", 80, SANDBOX.http().address());
        device.script(
                "ussl/" + script,
                Stream.concat(Stream.of(Scripts.source("ussl/begin.py")), Stream.of(constants))
                        .toArray(String[]::new));
        return device;
    }

    private static TestDevice assertPrints(String script, String... constants) {
        TestDevice device = run(script, constants);
        assertEquals(Scripts.expected("ussl/" + script), device.output(), () -> device.errors() + device.notices());
        return device;
    }

    private static String constant(String name, String text) {
        return name + " = '''" + text + "'''";
    }

    @Test
    void readsAndWrites() {
        assertPrints("reads_and_writes.py");
    }

    @Test
    void aTimeOutWhileReading() {
        assertPrints("time_out.py");
    }

    @Test
    void aWholeAnswerUntilTheEnd() {
        assertPrints("whole_answer.py");
    }

    @Test
    void aSocketThatIsClosedOrNone() {
        assertPrints("no_socket.py");
    }

    @Test
    void plainHttp() {
        TestDevice device = assertPrints("plain_http.py");
        assertTrue(
                device.notices().stream().anyMatch(line -> line.contains("it speaks plain HTTP on this port")),
                () -> device.notices().toString());
    }

    @Test
    void keysAndCertificatesThatAreNone() throws Exception {
        TlsIdentities identities = TlsIdentities.in(folder);
        identities.openssl("rsa", "-in", "rsa.key", "-aes128", "-passout", "pass:secret", "-out", "locked.key");
        identities.openssl("pkcs8", "-topk8", "-nocrypt", "-in", "ecdsa.key", "-out", "pkcs8.key");
        TestDevice device = assertPrints(
                "keys.py",
                constant("CERT", identities.text("ecdsa.crt")),
                constant("KEY", identities.text("ecdsa.key")),
                constant("LOCKED", identities.text("locked.key")),
                constant("PKCS8", identities.text("pkcs8.key")));
        String said = String.join("\n", device.notices());
        assertTrue(said.contains("password"), said);
    }
}
