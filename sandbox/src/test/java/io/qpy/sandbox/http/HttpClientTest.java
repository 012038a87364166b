package io.qpy.sandbox.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.sandbox.Sandbox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpClientTest {
    private final Sandbox sandbox = Sandbox.create();
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void echoesABody(String method) throws Exception {
        HttpResponse<String> response = send(method, "/" + method.toLowerCase(Locale.ROOT), "{\"k\": [1, 2.5, null]}");
        assertEquals(200, response.statusCode());
        assertTrue(response.body().contains("\"data\" : \"{\\\"k\\\": [1, 2.5, null]}\""), response.body());
        assertTrue(response.body().contains("\"json\" : {\"k\":[1,2.5,null]}"), response.body());
        assertTrue(response.body().contains("\"files\" : { },\n  \"form\" : { },"), response.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "{\"a\":1} more", "{\"a\""})
    void tellsWhatIsNoJson(String body) throws Exception {
        assertTrue(send("POST", "/post", body).body().contains("\"json\" : null"));
    }

    @Test
    void parsesAForm() throws Exception {
        HttpRequest request = request("/post")
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(BodyPublishers.ofString("a=1+2&b=%E4%BD%A0"))
                .build();
        String body = client.send(request, BodyHandlers.ofString()).body();
        assertTrue(body.contains("\"data\" : \"\","), body);
        assertTrue(body.contains("\"form\" : {\n    \"a\" : \"1 2\",\n    \"b\" : \"你\"\n  }"), body);
    }

    @Test
    void tellsBytesThatAreNoTextAsADataUrl() throws Exception {
        HttpRequest request = request("/put")
                .PUT(BodyPublishers.ofByteArray(new byte[] {(byte) 0xFF, 0}))
                .build();
        String body = client.send(request, BodyHandlers.ofString()).body();
        assertTrue(body.contains("\"data\" : \"data:application/octet-stream;base64,/wA=\""), body);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, 200",
        "GET, /status/418, 418",
        "POST, /status/204, 204",
        "GET, /status/999, 400",
        "GET, /nowhere, 404",
        "GET, /status/x, 404",
        "POST, /get, 405",
        "GET, /put, 405",
        "HEAD, /get, 200",
        "HEAD, /head, 200",
        "GET, /head, 200",
        "DELETE, /anything, 200",
        "GET, /redirect/3, 200",
        "GET, /headers, 200",
    })
    void answersWithTheStatus(String method, String path, int status) throws Exception {
        assertEquals(status, send(method, path, "").statusCode());
    }

    @Test
    void saysWhichMethodsAreAllowed() throws Exception {
        assertEquals(
                "GET, HEAD",
                send("PUT", "/get", "").headers().firstValue("Allow").orElseThrow());
    }

    @Test
    void givesTheSameBytesForASeed() throws Exception {
        byte[] first = bytes("/bytes/1000?seed=7");
        assertEquals(1000, first.length);
        assertArrayEquals(first, bytes("/bytes/1000?seed=7"));
        assertArrayEquals(first, bytes("/stream-bytes/1000?seed=7&chunk_size=64"));
        assertEquals(100 * 1024, bytes("/bytes/999999999").length);
    }

    @Test
    void packsWithGzip() throws Exception {
        byte[] packed = bytes("/gzip");
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            String body = new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(body.contains("\"gzipped\" : true"), body);
        }
    }

    private byte[] bytes(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofByteArray()).body();
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request =
                request(path).method(method, BodyPublishers.ofString(body)).build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + sandbox.http().address().getPort() + path));
    }
}
