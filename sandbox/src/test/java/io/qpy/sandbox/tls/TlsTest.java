package io.qpy.sandbox.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.sandbox.Sandbox;
import io.qpy.sandbox.journal.Event;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsTest {
    private final Sandbox sandbox = Sandbox.create();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.2, myssl.com", "TLSv1.3, myssl.com", "TLSv1.2, localhost", "TLSv1.3, 127.0.0.1"})
    void servesWhateverHostIsAskedFor(String protocol, String host) throws Exception {
        String answer = get(trusting(sandbox.authority().pem()), protocol, host);
        assertTrue(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer);
        assertTrue(answer.contains("\"url\" : \"https://%s/get\"".formatted(host)), answer);
        assertTrue(sandbox.journal().events(Event.HttpRequest.class).get(0).tls());
    }

    @Test
    void isTrustedByNobodyElse() throws Exception {
        SSLContext nobody = trusting(new CertificateAuthority().pem());
        assertThrows(SSLException.class, () -> get(nobody, "TLSv1.3", "localhost"));
        sandbox.journal().await(Event.Rejected.class, e -> e.service().equals("https"), Duration.ofSeconds(10));
    }

    @Test
    void lastsAboutAMonth() {
        X509Certificate root = sandbox.authority().certificate();
        Instant now = Instant.now();
        assertTrue(root.getNotBefore().toInstant().isBefore(now.minus(Duration.ofHours(23))));
        assertTrue(root.getNotAfter().toInstant().isAfter(now.plus(Duration.ofDays(28))));
        assertEquals(2, sandbox.authority().issue("a.example").chain().size());
    }

    private String get(SSLContext context, String protocol, String host) throws Exception {
        InetSocketAddress server = sandbox.https().address();
        try (Socket plain = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), server.getPort());
                SSLSocket socket =
                        (SSLSocket) context.getSocketFactory().createSocket(plain, host, server.getPort(), true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setProtocols(new String[] {protocol});
            if (!host.equals("127.0.0.1")) {
                parameters.setServerNames(List.of(new SNIHostName(host)));
            }
            socket.setSSLParameters(parameters);
            String request = "GET /get HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static SSLContext trusting(String pem) throws Exception {
        KeyStore roots = KeyStore.getInstance(KeyStore.getDefaultType());
        roots.load(null);
        try (InputStream in = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))) {
            roots.setCertificateEntry(
                    "root", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(roots);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
