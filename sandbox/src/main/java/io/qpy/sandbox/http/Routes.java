package io.qpy.sandbox.http;

import io.qpy.sandbox.journal.Payload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** The paths of httpbin.org that scripts use, with its limits. */
final class Routes {
    private static final List<String> ALL = List.of("DELETE", "GET", "PATCH", "POST", "PUT");
    private static final List<String> GET = List.of("GET");
    private static final int MAX_BYTES = 100 * 1024;
    private static final int MAX_DELAY_SECONDS = 10;
    private static final int CHUNK_BYTES = 10 * 1024;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private static final List<Route> ROUTES = List.of(
            Route.of(GET, "/", (call, n) -> Reply.html(page())),
            Route.of(GET, "/get", Routes::echo),
            Route.of(List.of("POST"), "/post", Routes::echo),
            Route.of(List.of("PUT"), "/put", Routes::echo),
            Route.of(List.of("PATCH"), "/patch", Routes::echo),
            Route.of(List.of("DELETE"), "/delete", Routes::echo),
            Route.of(GET, "/head", Routes::echo),
            Route.of(ALL, "/anything", Routes::echo),
            Route.of(GET, "/headers", (call, n) -> Reply.json(Echo.headersOf(call))),
            Route.of(GET, "/gzip", (call, n) -> gzip(call)),
            Route.of(ALL, "/status/{n}", (call, n) -> status(n)),
            Route.of(ALL, "/delay/{n}", Routes::delay),
            Route.of(GET, "/bytes/{n}", Routes::bytes),
            Route.of(GET, "/stream-bytes/{n}", Routes::streamBytes),
            Route.of(GET, "/redirect/{n}", (call, n) -> redirect(n)));

    private Routes() {}

    static Reply answer(Call call) {
        for (Route route : ROUTES) {
            Optional<Integer> number = route.match(call.path());
            if (number.isPresent()) {
                return route.methods().contains(call.method())
                        ? route.action().answer(call, number.get())
                        : Reply.text(405, "%s is not for %s.".formatted(call.path(), call.method()))
                                .with("Allow", route.allow());
            }
        }
        return Reply.text(404, "There is no %s in the qpy sandbox.".formatted(call.path()));
    }

    private static Reply echo(Call call, int n) {
        return Reply.json(Echo.of(call));
    }

    private static Reply status(int status) {
        if (status < 200 || status > 599) {
            return Reply.text(400, "A status is 200 to 599.");
        }
        Reply reply = Reply.of(status, "text/html; charset=utf-8", Payload.EMPTY);
        return REDIRECTS.contains(status) ? reply.with("Location", "/redirect/1") : reply;
    }

    private static Reply delay(Call call, int seconds) {
        return echo(call, 0).after(Duration.ofSeconds(Math.min(seconds, MAX_DELAY_SECONDS)));
    }

    private static Reply bytes(Call call, int n) {
        byte[] bytes = new byte[Math.min(n, MAX_BYTES)];
        random(call).nextBytes(bytes);
        return Reply.of(200, "application/octet-stream", Payload.of(bytes));
    }

    private static Reply streamBytes(Call call, int n) {
        int size = number(call, "chunk_size").filter(s -> s > 0).orElse(CHUNK_BYTES);
        return bytes(call, n).inChunksOf(size);
    }

    private static Random random(Call call) {
        return number(call, "seed").map(Random::new).orElseGet(Random::new);
    }

    private static Optional<Integer> number(Call call, String name) {
        return call.args().getOrDefault(name, List.of()).stream()
                .filter(value -> value.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .findFirst();
    }

    private static Reply redirect(int times) {
        String next = times > 1 ? "/redirect/" + (times - 1) : "/get";
        return Reply.text(302, "Go to " + next).with("Location", next);
    }

    private static Reply gzip(Call call) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(Payload.of(Echo.of(call, Map.of("gzipped", true))).bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Reply.of(200, "application/json", Payload.of(packed.toByteArray()))
                .with("Content-Encoding", "gzip");
    }

    private static String page() {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>qpy sandbox</title></head>
                <body>
                <h1>qpy sandbox</h1>
                <p>This page was served on this computer. Nothing went out to the internet.</p>
                </body>
                </html>
                """;
    }
}
