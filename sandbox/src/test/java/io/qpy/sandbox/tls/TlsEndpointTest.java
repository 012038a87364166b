package io.qpy.sandbox.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.sandbox.Sandbox;
import io.qpy.support.Program;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The endpoints as OpenSSL's client sees them. */
class TlsEndpointTest {
    private static final Sandbox SANDBOX = Sandbox.create();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void writeAuthority() throws Exception {
        boolean there = Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(each -> Files.isExecutable(Path.of(each, "openssl")));
        Assumptions.assumeTrue(there || "true".equals(System.getenv("CI")), "not installed: openssl");
        Files.writeString(folder.resolve("ca.pem"), SANDBOX.authority().pem());
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    /** Word, options of s_client's, what it says. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            good           |                     | Verify return code: 0 (ok)
            expired        |                     | certificate has expired
            not-yet-valid  |                     | certificate is not yet valid
            wrong-host     | -verify_hostname h  | ostname mismatch
            self-signed    |                     | self-signed certificate
            unknown-issuer |                     | CN = Unknown CA
            weak-key       |                     | Server public key is 1024 bit
            weak-signature | -showcerts           | sigalg: ecdsa-with-SHA1
            tls1-2         |                     | New, TLSv1.2, Cipher is ECDHE-ECDSA-
            tls1-3         |                     | New, TLSv1.3, Cipher is TLS_
            tls1-1         | -cipher ALL:@SECLEVEL=0 | Protocol  : TLSv1.1
            no-common-suite | -tls1_2            | alert handshake failure
            client-certificate | -tls1_2         | alert handshake failure
            hangs-up       |                     | unexpected eof while reading
            garbage        |                     | wrong version number
            plain-http     |                     | wrong version number
            suite-009c     | -cipher AES128-GCM-SHA256 | New, TLSv1.2, Cipher is AES128-GCM-SHA256
            suite-ECDHE-ECDSA-WITH-AES-128-CCM-8 | -cipher ECDHE-ECDSA-AES128-CCM8:@SECLEVEL=0 | Cipher is ECDHE-ECDSA-AES128-CCM8
            suite-1303     |                     | New, TLSv1.3, Cipher is TLS_CHACHA20_POLY1305_SHA256
            """)
    void openSslSeesIt(String word, String options, String expected) throws Exception {
        String answer = client(word, options == null ? "" : options);
        assertTrue(answer.contains(expected), answer);
    }

    @Test
    void aRevokedCertificateIsOnItsAuthoritysList() throws Exception {
        client("revoked", "");
        CertificateAuthority.Identity another = SANDBOX.authority().issue(Specimen.REVOKED, KeyKind.EC, "h");
        assertEquals(
                2, SANDBOX.authority().revocations().getRevokedCertificates().size());
        SANDBOX.authority()
                .revocations()
                .verify(SANDBOX.authority().certificate().getPublicKey());
        assertTrue(SANDBOX.authority().revocations().isRevoked(another.chain().get(0)));
    }

    @Test
    void closingLeavesNoThread() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (Sandbox another = Sandbox.create()) {
            another.tls().address("silent", Upstream.ECHO);
            try (Socket client = new Socket()) {
                client.connect(another.tls().address("silent", Upstream.ECHO));
                client.getOutputStream().write(1);
            }
        }
        List<String> left = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread) && thread.getName().startsWith("qpy-sandbox-tls"))
                .map(Thread::getName)
                .collect(Collectors.toList());
        assertEquals(List.of(), left);
    }

    /** As a device does that is switched off. */
    @Test
    void aClientThatVanishesHoldsNothingUp() throws Exception {
        try (Sandbox another = Sandbox.create()) {
            SSLContext trusting = SSLContext.getInstance("TLSv1.2");
            trusting.init(null, new TrustManager[] {new Anyone()}, null);
            try (Socket plain = new Socket()) {
                plain.connect(another.tls().address("good", Upstream.HTTP));
                SSLSocket client = (SSLSocket) trusting.getSocketFactory().createSocket(plain, "h", 443, false);
                client.startHandshake();
            }
        }
    }

    private static final class Anyone extends X509ExtendedTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    @Test
    void nobodyIsCalledSo() {
        assertThrows(IllegalArgumentException.class, () -> SANDBOX.tls().address("expierd", Upstream.ECHO));
        assertThrows(IllegalArgumentException.class, () -> SANDBOX.tls().address("suite-ffff", Upstream.ECHO));
    }

    /** What s_client prints about a host of that name, whose input ends at once. */
    private static String client(String word, String options) throws Exception {
        int port = SANDBOX.tls().address(word, Upstream.ECHO).getPort();
        List<String> command = new java.util.ArrayList<>(List.of(
                "openssl",
                "s_client",
                "-connect",
                "127.0.0.1:" + port,
                "-servername",
                "h",
                "-CAfile",
                folder.resolve("ca.pem").toString()));
        if (!options.isEmpty()) {
            command.addAll(List.of(options.split(" ", -1)));
        }
        return Program.of(command).end(new byte[0]).output();
    }
}
