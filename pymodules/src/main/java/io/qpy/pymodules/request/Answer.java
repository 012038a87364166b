package io.qpy.pymodules.request;

import io.qpy.module.Exposed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Response;

/** The answer to a request: its head, and its body once, piece by piece. */
final class Answer {
    private final Response head;
    private final Body body;
    private final Failure failure;

    Answer(Response head, Body body, Failure failure) {
        this.head = head;
        this.body = body;
        this.failure = failure;
    }

    /** The status, the reason in bytes, and pairs of names and values as received. */
    @Exposed
    List<Object> head() {
        List<List<String>> fields = new ArrayList<>();
        head.headers().forEach(field -> fields.add(List.of(field.getFirst(), field.getSecond())));
        return List.of(head.code(), head.message().getBytes(StandardCharsets.UTF_8), fields);
    }

    /** At most so many bytes of the body; empty at its end, and where the connection broke. */
    @Exposed
    byte[] read(int most) {
        try {
            return body.read(most);
        } catch (IOException e) {
            failure.during(e);
            return new byte[0];
        }
    }

    /** Like {@link #read}, but for the whole pieces of that size that are there already. */
    @Exposed
    byte[] readPieces(int size) {
        return read(body.whole(size));
    }

    @Exposed
    void close() throws IOException {
        body.close();
    }
}
