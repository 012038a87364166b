package io.qpy.testing.qpytest;

import io.qpy.device.Device;
import io.qpy.module.Exposed;
import io.qpy.sandbox.Sandbox;
import io.qpy.sandbox.journal.Event;
import io.qpy.sandbox.journal.Payload;
import java.time.Duration;
import java.util.List;

/** The sandbox's web servers. */
final class HttpHost {
    private final Sandbox sandbox;
    private final EventWait waits;

    HttpHost(Device device, Sandbox sandbox) {
        this.sandbox = sandbox;
        this.waits = new EventWait(device, sandbox.journal());
    }

    @Exposed
    void answer(String path, int status, String contentType, byte[] body, double seconds) {
        Duration delay = Duration.ofNanos(QpytestHost.nanos(seconds));
        sandbox.programme().answer(path, status, contentType, Payload.of(body), delay);
    }

    @Exposed
    void cut(String path, String contentType, byte[] body, int sentBytes) {
        sandbox.programme().cut(path, contentType, Payload.of(body), sentBytes);
    }

    /** Serves a file until the sandbox ends. */
    @Exposed
    void serve(String path, byte[] content) {
        Payload payload = Payload.of(content);
        sandbox.programme().serve(path, () -> payload);
    }

    /** {@code [method, target, headers, body, status]} of the requests, when there are so many or the time is up. */
    @Exposed
    List<List<Object>> awaitRequests(int count, double seconds) {
        return waits.await(Event.HttpRequest.class, event -> true, count, seconds).stream()
                .map(HttpHost::shown)
                .toList();
    }

    private static List<Object> shown(Event.HttpRequest request) {
        List<List<String>> headers = request.headers().stream()
                .map(header -> List.of(header.getKey(), header.getValue()))
                .toList();
        return List.of(
                request.method(), request.target(), headers, request.body().bytes(), request.status());
    }

    @Exposed
    List<String> seen() {
        return waits.lines();
    }
}
