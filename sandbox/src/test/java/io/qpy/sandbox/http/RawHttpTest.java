package io.qpy.sandbox.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.sandbox.Sandbox;
import io.qpy.sandbox.journal.Event;
import io.qpy.support.RawHttp;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no client library sends, and those that the module sends. */
class RawHttpTest {
    private final Sandbox sandbox = Sandbox.builder().httpBodyBytes(100).build();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void answersTheModulesHttp10() throws Exception {
        String answer = exchange("GET /get?a=1&b=%E4%BD%A0&a=2 HTTP/1.0", "Host: httpbin.org", "x-ODD-case: V", "", "");
        String[] parts = answer.split("\r\n\r\n", 2);
        assertTrue(parts[0].startsWith("HTTP/1.1 200 OK\r\n"), answer);
        assertTrue(parts[0].contains("\r\nConnection: close\r\n"), answer);
        assertTrue(parts[0].contains("\r\nContent-Type: application/json\r\n"), answer);
        String expected = """
                {
                  "args" : {
                    "a" : [ "1", "2" ],
                    "b" : "你"
                  },
                  "headers" : {
                    "Host" : "httpbin.org",
                    "x-ODD-case" : "V"
                  },
                  "origin" : "127.0.0.1",
                  "url" : "http://httpbin.org/get?a=1&b=%E4%BD%A0&a=2"
                }
                """;
        assertEquals(expected, parts[1]);
    }

    @Test
    void needsNoHostHeader() throws Exception {
        String answer = exchange("GET /get HTTP/1.0", "", "");
        assertTrue(
                answer.contains("http://127.0.0.1:" + sandbox.http().address().getPort() + "/get"), answer);
    }

    @Test
    void takesAGetWithABody() throws Exception {
        String answer = exchange("GET /get HTTP/1.0", "Content-Length: 7", "", "{\"a\":1}");
        assertTrue(answer.contains("\"data\" : \"{\\\"a\\\":1}\""), answer);
        assertTrue(answer.contains("\"json\" : {\"a\":1}"), answer);
        Event.HttpRequest seen =
                sandbox.journal().events(Event.HttpRequest.class).get(0);
        assertEquals("{\"a\":1}", seen.body().text());
        assertEquals(Map.entry("Content-Length", "7"), seen.headers().get(0));
        assertEquals("http GET \"/get\" with \"{\\\"a\\\":1}\" (7 bytes): 200", seen.line());
    }

    @Test
    void streamsWithoutChunksToHttp10() throws Exception {
        String answer = exchange("GET /stream-bytes/30?chunk_size=8&seed=1 HTTP/1.0", "", "");
        assertFalse(answer.contains("chunked"), answer);
        assertFalse(answer.contains("Content-Length"), answer);
    }

    @Test
    void streamsInChunksToHttp11() throws Exception {
        String answer = exchange("GET /stream-bytes/30?chunk_size=8&seed=1 HTTP/1.1", "Connection: close", "", "");
        assertTrue(answer.contains("\r\nTransfer-Encoding: chunked\r\n"), answer);
        assertTrue(answer.contains("\r\n\r\n8\r\n"), answer);
        assertTrue(answer.endsWith("\r\n0\r\n\r\n"), answer);
    }

    @Test
    void answersPipelinedRequestsInTheirOrder() throws Exception {
        String answer = exchange(
                "GET /delay/1 HTTP/1.1",
                "Host: a",
                "",
                "GET /status/204 HTTP/1.1",
                "Host: a",
                "Connection: close",
                "",
                "");
        assertTrue(answer.indexOf("HTTP/1.1 200") == 0 && answer.indexOf("HTTP/1.1 204") > 0, answer);
    }

    @Test
    void headersOnlyForHead() throws Exception {
        String answer = exchange("HEAD /bytes/10 HTTP/1.1", "Connection: close", "", "");
        assertTrue(answer.contains("\r\nContent-Length: 10\r\n"), answer);
        assertTrue(answer.endsWith("\r\n\r\n"), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rubbish\r\n\r\n",
                "GET /get HTTP/1.1\r\nNo colon here\r\n\r\n",
                "PUT /put HTTP/1.1\r\nContent-Length: x\r\n\r\n",
                "PUT /put HTTP/1.1\r\nContent-Length: x\r\nExpect: 100-continue\r\n\r\n"
            })
    void turnsAwayWhatIsNotHttp(String request) throws Exception {
        String answer = RawHttp.send(sandbox.http().address(), request);
        assertTrue(answer.startsWith("HTTP/1.1 400 Bad Request\r\n"), answer);
        List<Event.Rejected> rejected = sandbox.journal().events(Event.Rejected.class);
        assertEquals(1, rejected.size());
        assertTrue(rejected.get(0).line().contains(": malformed request: "), rejected.get(0)::line);
        assertFalse(rejected.get(0).line().contains("java."), rejected.get(0)::line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 101", "Transfer-Encoding: chunked"})
    void turnsAwayTooLongABody(String framing) throws Exception {
        String body = framing.startsWith("C") ? "x".repeat(101) : "65\r\n" + "x".repeat(101) + "\r\n0\r\n\r\n";
        String next = "GET /status/200 HTTP/1.1\r\nConnection: close\r\n\r\n";
        String answer = exchange("POST /post HTTP/1.1", framing, "", body + next);
        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        assertTrue(answer.contains("The body is longer than 100 bytes."), answer);
        assertTrue(answer.contains("HTTP/1.1 200 OK"), answer);
    }

    @Test
    void parsesAMultipartBodyOfTheModule() throws Exception {
        String body = """
                --1234567890\r
                Content-Disposition: form-data; name="file"; filename="a.txt"\r
                Content-Type: text/plain\r
                \r
                hi\r
                --1234567890--\r
                """;
        try (Sandbox roomy = Sandbox.create()) {
            String answer = RawHttp.exchange(
                    roomy.http().address(),
                    "POST /post HTTP/1.0",
                    "Content-Type: multipart/form-data; boundary=1234567890",
                    "charset: UTF-8",
                    "Content-Length: " + body.length(),
                    "",
                    body);
            assertTrue(answer.contains("\"files\" : {\n    \"file\" : \"hi\"\n  }"), answer);
        }
    }

    private String exchange(String... lines) throws IOException {
        return RawHttp.exchange(sandbox.http().address(), lines);
    }
}
