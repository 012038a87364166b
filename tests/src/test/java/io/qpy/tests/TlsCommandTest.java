package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.sandbox.Sandbox;
import io.qpy.sandbox.tls.Upstream;
import io.qpy.support.Launcher;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code qpy tls}, and TLS's options, as README.md tells them. */
class TlsCommandTest {
    @TempDir
    private Path folder;

    @Test
    void whatADeviceNegotiates() throws Exception {
        Launcher.Ended ended = run("tls", "expired.tls.qpy.test");
        assertEquals(0, ended.exitCode(), ended.errors());
        assertTrue(ended.output().matches("""
                        (?s)expired.tls.qpy.test:443
                          protocol  TLSv1.3
                          suite     TLS_\\w+
                          TLS 1.2   TLS_\\w+, for firmware without TLS 1.3
                          chain     CN=qpy sandbox for expired.tls.qpy.test, 127.0.0.1, EC 256 bits, .*
                          check     would not pass: it expired on \\d{4}-\\d\\d-\\d\\d
                        """), ended.output());
    }

    @Test
    void whyThereIsNone() throws Exception {
        Launcher.Ended ended = run("tls", "plain-http.tls.qpy.test");
        assertEquals(1, ended.exitCode());
        assertTrue(
                ended.errors().contains("qpy: no TLS with plain-http.tls.qpy.test:443: it speaks plain HTTP"),
                ended.errors());
    }

    @Test
    void verifyInTheConfigurationAndAHostOfOnesOwn() throws Exception {
        Files.writeString(folder.resolve("main.py"), """
                import usocket, ussl
                s = usocket.socket()
                s.connect(('my.server', 443))
                try:
                    ussl.wrap_socket(s, server_hostname='my.server')
                    print('connected')
                except OSError as e:
                    print(e.args[0])
                """);
        Files.writeString(folder.resolve("qpy.toml"), """
                [hosts]
                "my.server" = "tls:revoked"
                [tls]
                verify = true
                """);
        Launcher.Ended refused = run("run", "main.py");
        assertEquals("-9984\n", refused.output(), refused.errors());
        assertTrue(refused.errors().contains("its issuer revoked it on"), refused.errors());
        assertEquals("connected\n", run("run", "--tls", "module", "main.py").output());
    }

    @Test
    void anAuthorityOfOnesOwn() throws Exception {
        try (Sandbox server = Sandbox.create()) {
            String host = "[hosts]\n\"my.server:443\" = \"127.0.0.1:%d\"\n[tls]\nverify = true\n"
                    .formatted(server.tls().address("good", Upstream.ECHO).getPort());
            Files.writeString(folder.resolve("qpy.toml"), host);
            Launcher.Ended refused = run("tls", "my.server");
            assertEquals(1, refused.exitCode());
            assertTrue(refused.errors().contains("its issuer is not known here: CN=qpy sandbox CA"), refused.errors());
            Files.writeString(folder.resolve("our-ca.pem"), server.authority().pem());
            Files.writeString(folder.resolve("qpy.toml"), host + "authorities = \"our-ca.pem\"\n");
            Launcher.Ended passed = run("tls", "my.server");
            assertTrue(passed.output().endsWith("  check     passes\n"), passed.errors());
        }
    }

    private Launcher.Ended run(String... arguments) throws Exception {
        return new Launcher(folder).run(folder, arguments);
    }
}
