package io.qpy.sandbox.http;

import io.qpy.sandbox.journal.Payload;
import java.time.Duration;
import java.util.Map;

/** What a route answers. With {@code chunkBytes} above 0 the body is sent in pieces and its length is not told. */
record Reply(
        int status, String contentType, Payload body, Map<String, String> headers, Duration delay, int chunkBytes) {

    static Reply of(int status, String contentType, Payload body) {
        return new Reply(status, contentType, body, Map.of(), Duration.ZERO, 0);
    }

    static Reply json(String json) {
        return of(200, "application/json", Payload.of(json));
    }

    static Reply html(String html) {
        return of(200, "text/html; charset=utf-8", Payload.of(html));
    }

    /** One line. */
    static Reply text(int status, String line) {
        return of(status, "text/plain; charset=utf-8", Payload.of(line + "\n"));
    }

    Reply with(String name, String value) {
        return new Reply(status, contentType, body, Map.of(name, value), delay, chunkBytes);
    }

    Reply after(Duration wait) {
        return new Reply(status, contentType, body, headers, wait, chunkBytes);
    }

    Reply inChunksOf(int bytes) {
        return new Reply(status, contentType, body, headers, delay, bytes);
    }
}
