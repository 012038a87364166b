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
        return taken(() -> body.read(most));
    }

    private interface Reading {
        byte[] bytes() throws IOException;
    }

    private byte[] taken(Reading reading) {
        try {
            return reading.bytes();
        } catch (IOException e) {
            failure.during(e);
            return new byte[0];
        }
    }

    /** All that is left of the body. */
    @Exposed
    byte[] readAll() {
        return taken(body::readAll);
    }

    /** The whole pieces of that size that have come, or one, for which it waits; less only at the body's end. */
    @Exposed
    byte[] readPieces(int size) {
        return taken(() -> body.readPieces(size));
    }

    /** Like {@link #readPieces}; each byte is a character, which takes a script no time to decode. */
    @Exposed
    String readLatin(int size) {
        return new String(readPieces(size), StandardCharsets.ISO_8859_1);
    }

    /** At most so many bytes of the body, and not more than have come; waits for the first. */
    @Exposed
    byte[] readSome(int most) {
        return taken(() -> body.readSome(most));
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
