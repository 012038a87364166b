package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qpy.support.Program;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS with a server that asks for the device's certificate. Its own is one that nobody signed. */
class RequestTlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    @Test
    void showsTheDevicesCertificateAndNamesTheHost() throws Exception {
        for (String algorithm : new String[] {"RSA", "EC"}) {
            KeyStore keys = selfSigned(algorithm);
            try (SSLServerSocket listener = listen(keys)) {
                CompletableFuture<String> seen = CompletableFuture.supplyAsync(() -> serve(listener));
                TestDevice device = new TestDevice();
                device.host("my.host", 443, (InetSocketAddress) listener.getLocalSocketAddress());
                device.run("import request\nown = {'cert': '''%s''', 'key': '''%s'''}\n"
                                .formatted(
                                        pem(
                                                "CERTIFICATE",
                                                keys.getCertificate("k").getEncoded()),
                                        pem(
                                                "PRIVATE KEY",
                                                keys.getKey("k", PASSWORD).getEncoded()))
                        + "print(request.get('https://my.host/', ssl_params=own).status_code)\n");
                assertEquals("200\n", device.output(), device.notices()::toString);
                assertEquals("CN=device [type=host_name (0), value=my.host]", seen.get(10, TimeUnit.SECONDS));
            }
        }
    }

    private KeyStore selfSigned(String algorithm) throws Exception {
        Path file = folder.resolve(algorithm + ".p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Program.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "k",
                        "-keyalg",
                        algorithm,
                        "-dname",
                        "CN=device",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .run();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    private static SSLServerSocket listen(KeyStore keys) throws Exception {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("device", keys.getCertificate("k"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        SSLServerSocket listener = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        listener.setNeedClientAuth(true);
        listener.setSoTimeout(10_000);
        return listener;
    }

    /** Who the client says it is, and which host it asks for. */
    private static String serve(SSLServerSocket listener) {
        try (SSLSocket socket = (SSLSocket) listener.accept()) {
            socket.startHandshake();
            ExtendedSSLSession session = (ExtendedSSLSession) socket.getSession();
            String seen = session.getPeerPrincipal() + " " + session.getRequestedServerNames();
            readHead(socket.getInputStream());
            socket.getOutputStream().write("HTTP/1.0 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return seen;
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** As servers do; one that closes on what it has not read resets the connection. */
    private static void readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int c = in.read();
            if (c < 0) {
                throw new EOFException("in the head of the request");
            }
            head.append((char) c);
        }
    }

    private static String pem(String label, byte[] der) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, text, label);
    }
}
