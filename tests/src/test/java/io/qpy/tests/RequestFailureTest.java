package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.device.modem.Modem;
import io.qpy.runtime.Outcome;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import io.qpy.support.RawHttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a script gets, and what the person at the PC is told, when there is no answer or half of one. */
class RequestFailureTest {
    private final TestDevice device = new TestDevice();

    /** The exception that an expression over {@code request} raises, as {@code type: text}. */
    private String raised(String expression) {
        device.run("""
                import request
                try:
                    %s
                except Exception as e:
                    print('%%s: %%s' %% (type(e).__name__, e))
                """.formatted(expression));
        assertEquals("", device.errors());
        return device.output();
    }

    private String raised(RawHttpServer server, String expression) throws IOException {
        try (server) {
            device.host("host", 80, server.address());
            return raised(expression);
        }
    }

    private void assertTold(String... parts) {
        String last = device.notices().get(device.notices().size() - 1);
        for (String part : parts) {
            assertTrue(last.contains(part), device.notices()::toString);
        }
    }

    @Test
    void nobodyListens() throws Exception {
        InetSocketAddress free;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = (InetSocketAddress) taken.getLocalSocketAddress();
        }
        device.host("host", 81, free);
        assertEquals(
                "RuntimeError: HTTP Connection '[Errno 111] ECONNREFUSED' FAIL='http://host:81/x'\n",
                raised("request.get('http://host:81/x')"));
        assertTold("request: no connection to host:81: ", "refused");
    }

    @Test
    void offline() {
        device.modem(new Modem(Modem.Identity.SAMPLE, Modem.State.NO_SIM));
        assertEquals(
                "IndexError: Domain name resolution error, please check network connection\n",
                raised("request.get('http://host')"));
        assertTold("the device is offline: the SIM card is not ready");
    }

    @Test
    void unresolvable() {
        assertEquals(
                "IndexError: Domain name resolution error, please check network connection\n",
                raised("request.get('http://no.such.host.invalid')"));
        assertTold("'no.such.host.invalid'");
    }

    @Test
    void garbageInPlaceOfHttp() throws Exception {
        assertEquals(
                "ValueError: InvalidSchema: No connection adapters were found for 'http://host'\n",
                raised(RawHttpServer.answering("SSH-2.0-x\r\n"), "request.get('http://host')"));
        assertTold("no proper answer from host:80", "SSH-2.0-x");
    }

    @Test
    void closedBeforeTheAnswer() throws Exception {
        assertEquals(
                "ValueError: InvalidSchema: No connection adapters were found for 'host'\n",
                raised(RawHttpServer.answering(""), "request.get('host')"));
        assertTold("unexpected end of stream");
    }

    @Test
    void silence() throws Exception {
        assertEquals(
                "OSError: [Errno 110] ETIMEDOUT\n",
                raised(RawHttpServer.stalling(""), "request.get('http://host', timeout=0.3)"));
        assertTold("no proper answer from host:80", "timeout of 0.3 s");
    }

    @Test
    void silenceAmidTheBody() throws Exception {
        assertEquals(
                "ab\nValueError: [Errno 110] ETIMEDOUT\n",
                raised(
                        RawHttpServer.stalling("HTTP/1.1 200 OK\r\n\r\nab"),
                        "for x in request.get('http://host', timeout=0.3).text: print(x)"));
    }

    @Test
    void noTls() throws Exception {
        try (RawHttpServer server = RawHttpServer.answering("HTTP/1.1 400 Speak plainly\r\n\r\n")) {
            device.host("host", 443, server.address());
            assertEquals(
                    "RuntimeError: HTTPS USSL '(-29184, 'MBEDTLS_ERR_SSL_INVALID_RECORD')' FAIL='https://host'\n",
                    raised("request.get('https://host', timeout=5)"));
        }
        assertTold("no TLS with host:443", "speaks plain HTTP on this port");
    }

    @Test
    void aKeyThatIsNone() {
        assertEquals(
                "RuntimeError: HTTPS USSL 'invalid cert' FAIL='https://host'\n",
                raised("request.get('https://host', ssl_params={'cert': 'x', 'key': 'y'})"));
        assertTold("no TLS with host:443", "certificate cannot be used: it is not PEM");
    }

    @Test
    void urlsThatAreNone() {
        for (String[] each : new String[][] {
            {
                "10.0.0.1",
                "MissingSchema: Invalid URL '10.0.0.1': No schema supplied. Perhaps you meant http://10.0.0.1? "
            },
            {"ftp://host/", "Unsupported protocol: ftp:"},
            {"http://host:x/", "URL address error: http://host:x/"},
            {"http:///p", "URL address error: http:///p"},
        }) {
            TestDevice fresh = new TestDevice();
            fresh.run("import request\ntry: request.get('%s')\nexcept ValueError as e: print(e)\n".formatted(each[0]));
            assertEquals(each[1] + "\n", fresh.output());
        }
    }

    @Test
    void dataThatIsNone() {
        assertEquals(
                "TypeError: object with buffer protocol required\n",
                raised("request.post('http://host', data={'a': 1})"));
    }

    @Test
    void aHeaderOfTwoLines() {
        assertEquals(
                "ValueError: invalid header: a\n", raised("request.get('http://host', headers={'a': 'b\\nc: d'})"));
    }

    @Test
    void whatWouldBeAnotherRequest() {
        String[][] calls = {
            {"request('GET / HTTP/1.1\\r\\nX: y\\r\\n\\r\\nGET', 'http://host')", "ValueError"},
            {"request('', 'http://host')", "ValueError"},
            {"request('GE T', 'http://host')", "ValueError"},
            {"request(None, 'http://host')", "TypeError"},
            {"get('http://host/\\r\\nX: y')", "ValueError"},
            {"get('http://host/\\0')", "ValueError"},
            {"get('http://ho st/')", "ValueError"},
            {"get('http://host', headers={'a b': 'c'})", "ValueError"},
            {"get('http://host', headers={'a:b': 'c'})", "ValueError"},
            {"get('http://host', headers={'': 'c'})", "ValueError"},
            {"get('http://host', headers={'a': 'c\\0'})", "ValueError"},
            {"post('http://host', files_data=b'a', files_data_len=1, files_name='a\\r\\nX: y')", "ValueError"},
            {"get('http://host', timeout='x')", "TypeError"},
        };
        for (String[] each : calls) {
            TestDevice fresh = new TestDevice();
            fresh.run("import request\ntry: request." + each[0] + "\nexcept Exception as e: print(type(e).__name__)\n");
            assertEquals(each[1] + "\n", fresh.output(), each[0]);
        }
    }

    @Test
    void aHeadWithoutEnd() throws Exception {
        assertEquals(
                "ValueError: InvalidSchema: No connection adapters were found for 'http://host'\n",
                raised(
                        RawHttpServer.answering("HTTP/1.1 200 OK\r\nA: " + "x".repeat(1 << 20) + "\r\n\r\n"),
                        "request.get('http://host')"));
        assertTold("the head of the answer has more than 256 KB");
    }

    @Test
    void controlCEndsTheWaitForAnAnswer() throws Exception {
        interrupts(RawHttpServer.stalling(""), "request.get('http://host')");
    }

    @Test
    void controlCEndsTheWaitForABody() throws Exception {
        interrupts(RawHttpServer.stalling("HTTP/1.1 200 OK\r\n\r\nab"), "request.get('http://host').json()");
    }

    private void interrupts(RawHttpServer server, String expression) throws Exception {
        device.host("host", 80, server.address());
        try (server;
                Session session = device.start()) {
            Script script = Script.of("main.py", "import request\n" + expression + "\n");
            CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> session.run(script));
            server.request();
            session.interrupt();
            assertEquals(130, outcome.get(10, TimeUnit.SECONDS).exitCode());
        }
    }

    @Test
    void leavesNoThreadOfItsOwn() throws Exception {
        try (RawHttpServer server = RawHttpServer.stalling("HTTP/1.1 200 OK\r\n\r\nab")) {
            device.host("host", 80, server.address());
            device.run(Scripts.source("request/failures/threads.py"));
        }
        assertEquals(Scripts.expected("request/failures/threads.py"), device.output());
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("qpy-request")) {
                thread.join(10_000);
                assertTrue(!thread.isAlive(), "an I/O thread outlives the device");
            }
        }
    }
}
