package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.sandbox.Sandbox;
import io.qpy.sandbox.tls.Upstream;
import java.nio.file.Path;
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

    private static TestDevice run(String source) {
        TestDevice device = new TestDevice()
                .host("h", 7, SANDBOX.tls().address("good", Upstream.ECHO))
                .host("h", 443, SANDBOX.tls().address("good", Upstream.HTTP))
                .host("h", 80, SANDBOX.http().address());
        device.run("""
                import usocket, ussl, uselect
                def open_socket(port=7):
                    s = usocket.socket()
                    s.settimeout(10)
                    s.connect(('h', port))
                    return s
                """ + source);
        return device;
    }

    private static void assertPrints(String expected, String source) {
        TestDevice device = run(source);
        assertEquals(expected, device.output(), () -> device.errors() + device.notices());
    }

    @Test
    void readsAndWrites() {
        assertPrints("""
                6 b'one\\n' b'two\\n'
                3 bytearray(b'abc\\x00')
                2 b'12'
                2 b'23'
                True TLSv1.3
                None []
                closed 9
                """, """
                w = ussl.wrap_socket(open_socket(), server_hostname='h')
                print(w.write('one\\ntwo\\n') - 2, w.readline(), w.readline())
                b = bytearray(4)
                w.write(b'abc')
                print(w.readinto(b, 3), b)
                print(w.write(b'123', 2), w.read(2))
                print(w.write(b'123', 1, 2), w.read(2))
                print(len(w.getpeercert(True)) > 200, w.cipher()[1])
                w.setblocking(False)
                p = uselect.poll()
                p.register(w, uselect.POLLIN)
                print(w.read(1), p.poll(0))
                w.close()
                try:
                    w.read(1)
                except OSError as e:
                    print('closed', e.args[0])
                """);
    }

    @Test
    void aTimeOutWhileReading() {
        assertPrints("110\n", """
                s = open_socket()
                w = ussl.wrap_socket(s)
                s.settimeout(0.2)
                try:
                    w.read(1)
                except OSError as e:
                    print(e.args[0])
                """);
    }

    @Test
    void aWholeAnswerUntilTheEnd() {
        assertPrints("True True\n", """
                w = ussl.wrap_socket(open_socket(443), server_hostname='h')
                w.write('GET /bytes/100000 HTTP/1.1\\r\\nHost: h\\r\\nConnection: close\\r\\n\\r\\n')
                answer = w.read()
                print(answer.startswith(b'HTTP/1.1 200'), len(answer) > 100000)
                """);
    }

    @Test
    void aSocketThatIsClosedOrNone() {
        assertPrints("9\nstream operation not supported\n107\n", """
                s = open_socket()
                s.close()
                for what in (s, object(), usocket.socket()):
                    try:
                        ussl.wrap_socket(what)
                    except OSError as e:
                        print(e.args[0])
                """);
    }

    @Test
    void plainHttp() {
        TestDevice device = run("""
                try:
                    ussl.wrap_socket(open_socket(80), server_hostname='h')
                except OSError as e:
                    print(e.args)
                """);
        assertEquals("(-29184, 'MBEDTLS_ERR_SSL_INVALID_RECORD')\n", device.output(), device::errors);
        assertTrue(
                device.notices().stream().anyMatch(line -> line.contains("it speaks plain HTTP on this port")),
                () -> device.notices().toString());
    }

    @Test
    void keysAndCertificatesThatAreNone() throws Exception {
        TlsIdentities identities = TlsIdentities.in(folder);
        identities.openssl("rsa", "-in", "rsa.key", "-aes128", "-passout", "pass:secret", "-out", "locked.key");
        identities.openssl("pkcs8", "-topk8", "-nocrypt", "-in", "ecdsa.key", "-out", "pkcs8.key");
        TestDevice device = run("""
                good = ('''%s''', '''%s''')
                for cert, key in (good, ('no PEM', good[1]), (good[0], 'no PEM'), (good[0], '''%s'''),
                                  (good[0].encode(), '''%s'''.encode())):
                    try:
                        ussl.wrap_socket(open_socket(), cert=cert, key=key).close()
                        print('ok')
                    except ValueError as e:
                        print(e)
                """.formatted(
                        identities.text("ecdsa.crt"),
                        identities.text("ecdsa.key"),
                        identities.text("locked.key"),
                        identities.text("pkcs8.key")));
        assertEquals("ok\ninvalid cert\ninvalid key\ninvalid key\nok\n", device.output(), device::errors);
        String said = String.join("\n", device.notices());
        assertTrue(said.contains("password"), said);
    }
}
