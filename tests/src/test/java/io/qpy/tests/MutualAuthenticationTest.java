package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.Mosquitto;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The device shows its certificate to servers that are not ours: through ussl, request and umqtt. */
class MutualAuthenticationTest {
    private static final int ECDHE_RSA = 0xc030;

    @TempDir
    private static Path folder;

    private static TlsIdentities identities;

    @BeforeAll
    static void prepare() throws Exception {
        TlsPeer.requireInstalled();
        identities = TlsIdentities.in(folder);
        identities.openssl("rsa", "-in", "rsa_client.key", "-traditional", "-out", "pkcs1.key");
        identities.openssl("pkcs8", "-topk8", "-nocrypt", "-in", "ecdsa_client.key", "-out", "ec_pkcs8.key");
    }

    /** A script's variables cert and key. */
    private static String own(String certificate, String key, boolean asBytes) throws Exception {
        String prefix = asBytes ? "b" : "";
        return "cert = " + prefix + "'''" + identities.text(certificate) + "'''\n" + "key = " + prefix + "'''"
                + identities.text(key) + "'''\n";
    }

    private static String conversation(int port) {
        return "PORT = " + port + "\n" + Scripts.source("tls/mutual/conversation.py");
    }

    private static void talk(TlsPeer peer, String own) {
        TestDevice device = new TestDevice();
        device.run(own + conversation(peer.port()));
        assertEquals("b'" + peer.answer("hello") + "\\n'\n", device.output(), device::errors);
    }

    @Test
    void usslShowsItToMbedtls() throws Exception {
        List<String> keys = List.of("rsa_client.key", "pkcs1.key", "ecdsa_client.key", "ec_pkcs8.key");
        try (TlsPeer peer = TlsPeer.mbedtls(identities, true, List.of(ECDHE_RSA, ECDHE_RSA, ECDHE_RSA, ECDHE_RSA))) {
            for (String key : keys) {
                boolean isEc = key.startsWith("ec");
                talk(peer, own(isEc ? "ecdsa_client.crt" : "rsa_client.crt", key, key.startsWith("ecdsa")));
            }
            String shown = "TLSv1.2 TLS-ECDHE-RSA-WITH-AES-256-GCM-SHA384 CN=";
            List<String> lines = peer.lines();
            assertEquals(
                    List.of(shown + "rsa_client", shown + "rsa_client", shown + "ecdsa_client", shown + "ecdsa_client"),
                    lines.subList(1, lines.size()));
        }
    }

    @Test
    void usslShowsItToOpensslAndGnutls() throws Exception {
        for (String client : List.of("rsa_client", "ecdsa_client")) {
            for (String version : List.of("-tls1_2", "-tls1_3")) {
                try (TlsPeer peer = TlsPeer.openssl(identities, "rsa", version, "-Verify", "1")) {
                    talk(peer, own(client + ".crt", client + ".key", false));
                    peer.awaitText("CN = " + client);
                }
            }
            try (TlsPeer peer = TlsPeer.gnutls(identities, "rsa", "NORMAL", "--require-client-cert")) {
                talk(peer, own(client + ".crt", client + ".key", false));
                peer.awaitText("CN=" + client);
            }
        }
    }

    @Test
    void requestShowsIt() throws Exception {
        try (TlsPeer peer = TlsPeer.openssl(identities, "rsa", "-Verify", "1")) {
            TestDevice device = new TestDevice().host("my.host", 443, peer.address());
            device.run(own("rsa_client.crt", "pkcs1.key", false) + Scripts.source("tls/mutual/request.py"));
            peer.awaitText("CN = rsa_client"); // it answers with the request backwards, which is no HTTP
        }
    }

    @Test
    void umqttShowsIt() throws Exception {
        String settings = "require_certificate true\nuse_identity_as_username true\nallow_anonymous true\n"
                + "cafile " + identities.file("ecdsa_client.crt") + "\ncertfile " + identities.file("rsa.crt")
                + "\nkeyfile " + identities.file("rsa.key");
        try (Mosquitto broker = Mosquitto.start(folder, settings)) {
            TestDevice device = new TestDevice().host("broker.example", 8883, broker.address());
            device.run(own("ecdsa_client.crt", "ecdsa_client.key", true) + Scripts.source("tls/mutual/umqtt.py"));
            assertEquals(Scripts.expected("tls/mutual/umqtt.py"), device.output(), device::errors);
            assertTrue(broker.log().contains("u'ecdsa_client'"), broker.log());
        }
    }

    @Test
    void withoutOneTheServerRefuses() throws Exception {
        try (TlsPeer peer = TlsPeer.openssl(identities, "rsa", "-tls1_2", "-Verify", "1", "-verify_return_error")) {
            TestDevice device = new TestDevice();
            device.run("cert = key = None\n" + conversation(peer.port()));
            assertTrue(
                    device.errors().endsWith("OSError: (-30592, 'MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE')\n"),
                    device.errors());
            assertTrue(device.notices().toString().contains("wants a client certificate"), device.notices()::toString);
        }
    }
}
