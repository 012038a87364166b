package io.qpy.pymodules.request;

import io.qpy.module.Exposed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Headers;
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

    /** The status, the reason, and then names and values as received, in turn. */
    @Exposed
    List<Object> head() {
        List<Object> all = new ArrayList<>();
        all.add(head.code());
        all.add(head.message());
        Headers fields = head.headers();
        for (int i = 0; i < fields.size(); i++) {
            all.add(fields.name(i));
            all.add(fields.value(i));
        }
        return all;
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
