package io.qpy.pymodules.request;

import io.qpy.module.Exposed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The answer to a request: its head, and its body once, piece by piece. */
final class Answer {
    private final AnswerHead head;
    private final Body body;
    private final Failure failure;

    Answer(AnswerHead head, Body body, Failure failure) {
        this.head = head;
        this.body = body;
        this.failure = failure;
    }

    /** The status, the reason, and then the lines of the header fields, as received. */
    @Exposed
    List<Object> head() {
        List<Object> all = new ArrayList<>();
        all.add(head.status());
        all.add(head.reason().getBytes(StandardCharsets.ISO_8859_1));
        head.lines().forEach(line -> all.add(line.getBytes(StandardCharsets.ISO_8859_1)));
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

    /** At most so many bytes of the body, and not more than have come; waits for the first. */
    @Exposed
    byte[] readSome(int most) {
        byte[] first = read(Math.min(1, most));
        int there = Math.min(most - first.length, body.there());
        return first.length == 0 || there == 0 ? first : Octets.joined(first, read(there));
    }

    /** How long each further read waits, 0 for ever. */
    @Exposed
    void timeout(int millis) throws IOException {
        body.timeout(millis);
    }

    @Exposed
    void close() throws IOException {
        body.close();
    }
}
