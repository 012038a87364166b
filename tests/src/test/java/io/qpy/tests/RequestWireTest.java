package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.RawHttpServer;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What {@code request} puts on the wire, byte for byte. */
class RequestWireTest {
    private final TestDevice device = new TestDevice();

    /** What a call with these arguments sends. */
    private String sent(String call) throws IOException, InterruptedException {
        return sentBy("import request\nrequest.%s.close()\n".formatted(call));
    }

    private String sentBy(String script) throws IOException, InterruptedException {
        try (RawHttpServer server = RawHttpServer.answering("HTTP/1.0 200 OK\r\n\r\n")) {
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
                sent("post('http://host:8080/p', 'hi', {'user-AGENT': 'me', 'A': b'b'})"));
    }

    @Test
    void theScriptMayAskForGzip() throws Exception {
        assertEquals(
                "GET / HTTP/1.0\r\nHost: host\r\nAccept-Encoding: gzip\r\n\r\n",
                sent("get('http://host', headers={'Accept-Encoding': 'gzip'})"));
    }

    @Test
    void postWithoutDataHasNoLength() throws Exception {
        assertEquals("POST / HTTP/1.0\r\nHost: host\r\n\r\n", sent("post('host')"));
    }

    @Test
    void thePathGoesAsWritten() throws Exception {
        assertEquals(
                "PUT /a b/../%41?q=\u00c3\u00a9# HTTP/1.0\r\nHost: host\r\n\r\n",
                sent("put('http://host:8080/a b/../%41?q=\u00e9#')"));
    }

    @Test
    void anyMethodWithABody() throws Exception {
        for (String method : new String[] {"head", "patch", "delete", "put", "get"}) {
            assertEquals(
                    "%S / HTTP/1.0\r\nHost: host\r\nContent-Length: 1\r\n\r\nx".formatted(method),
                    sent(method + "('http://host', data=b'x')"));
        }
    }

    @Test
    void requestTakesTheMethodFirst() throws Exception {
        assertEquals("PURGE /c HTTP/1.0\r\nHost: host\r\n\r\n", sent("request('PURGE', 'http://host/c')"));
    }

    @Test
    void jsonIsSerialised() throws Exception {
        assertEquals(
                "POST / HTTP/1.0\r\nHost: host\r\nContent-Type: application/json\r\nContent-Length: 8\r\n\r\n{\"a\": 1}",
                sent("post('http://host', json={'a': 1})"));
    }

    @Test
    void versionOneSaysThatItCloses() throws Exception {
        assertEquals(
                "GET / HTTP/1.1\r\nHost: host\r\nConnection: close\r\n\r\n", sent("get('http://host', version=1)"));
    }

    @Test
    void aNameAndPasswordAreBasicAuthentication() throws Exception {
        assertEquals(
                "GET / HTTP/1.0\r\nHost: host\r\nAuthorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\r\n\r\n",
                sent("get('http://host', username='Aladdin', password='open sesame')"));
    }

    @Test
    void aServerGetsOneOfEach() throws Exception {
        assertEquals(
                "POST / HTTP/1.0\r\nHost: host\r\nA: b\r\nContent-Length: 2\r\n\r\nhi",
                sent("post('http://host', 'hi', {'Content-Length': '99', 'A': 'b', 'content-length': '1'})"));
        assertEquals(
                "POST / HTTP/1.0\r\nHost: host\r\nContent-Length: 0\r\n\r\n",
                sent("post('http://host', headers={'Content-Length': '0'})"));
        assertEquals(
                "GET / HTTP/1.1\r\nHOST: other\r\nConnection: keep-alive\r\n\r\n",
                sent("get('http://host', headers={'Connection': 'keep-alive', 'HOST': 'other'}, version=1)"));
    }

    /** Without a length, which servers would not believe. */
    @Test
    void chunksOfTheScriptsOwnGoAsTheyAre() throws Exception {
        assertTrue(sent("post('http://host', '2\\r\\nhi\\r\\n0\\r\\n\\r\\n', {'Transfer-Encoding': 'chunked'})")
                .startsWith("POST / HTTP/1.0\r\nHost: host\r\nTransfer-Encoding: chunked\r\n\r\n"));
    }

    @Test
    void aQuotationMarkDoesNotEndAName() throws Exception {
        String call = "post('http://host', files_data=b'a', files_data_len=1, files_name='a\"; name=\"b')";
        assertTrue(sent(call).contains("; name=\"file\"; filename=\"a%22; name=%22b\"\r\n"));
    }

    @Test
    void filesAreMultipart() throws Exception {
        String sent = sentBy(Scripts.source("request/wire/multipart.py"));
        String body = """
                --77
                Content-Disposition: form-data; name="file"; filename="a.bin"
                Content-Type: application/octet-stream

                a\u00ff
                --77
                Content-Disposition: form-data; name="x"

                b\u00ff
                --77--
                """.replace("\n", "\r\n");
        assertEquals(
                "POST / HTTP/1.0\r\nHost: host\r\nContent-Type: multipart/form-data; boundary=77\r\n"
                        + "charset: UTF-8\r\nContent-Length: " + body.length() + "\r\n\r\n" + body,
                sent);
    }
}
