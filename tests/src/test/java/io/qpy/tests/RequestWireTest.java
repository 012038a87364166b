package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What {@code request} puts on the wire, byte for byte. */
class RequestWireTest {
    private static final String EMPTY = "HTTP/1.0 200 OK\r\n\r\n";

    private final TestDevice device = new TestDevice();

    /** What a call with these arguments sends to http://host:8080. */
    private String sent(String call) throws IOException, InterruptedException {
        return sent("import request\nrequest.%s.close()\n".formatted(call), EMPTY);
    }

    private String sent(String script, String answer) throws IOException, InterruptedException {
        try (RawHttpServer server = RawHttpServer.answering(answer)) {
            device.host("host", 8080, server.address()).host("host", 80, server.address());
            device.run(script);
            assertEquals("", device.errors());
            return server.request();
        }
    }

    @Test
    void getIsBare() throws Exception {
        assertEquals("GET / HTTP/1.0\r\nHost: host\r\n\r\n", sent("get('http://host')"));
    }

    @Test
    void getSendsItsBody() throws Exception {
        assertEquals(
                "GET /a?b=c HTTP/1.0\r\nHost: host\r\nContent-Length: 3\r\n\r\nd\u00c3\u00a9",
                sent("get('http://host/a?b=c', data='d\u00e9')"));
    }

    @Test
    void headersGoVerbatimAndInOrder() throws Exception {
        assertEquals(
                "POST /p HTTP/1.0\r\nHost: host\r\nuser-AGENT: me\r\nA: b\r\nContent-Length: 2\r\n\r\nhi",
                sent("post('http://host:8080/p', 'hi', {'user-AGENT': 'me', 'A': 'b'})"));
    }

    @Test
    void postWithoutDataHasNoLength() throws Exception {
        assertEquals("POST / HTTP/1.0\r\nHost: host\r\n\r\n", sent("post('host')"));
    }
}
