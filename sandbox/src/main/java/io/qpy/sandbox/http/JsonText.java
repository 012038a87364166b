package io.qpy.sandbox.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.qpy.sandbox.journal.Payload;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;

/** Reads JSON only to copy it, which needs no object model and so no Jackson databind to load. */
final class JsonText {
    static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    /** The one JSON value that this is, or nothing. */
    static Optional<String> compact(Payload payload) {
        StringWriter copy = new StringWriter();
        try (JsonParser in = FACTORY.createParser(payload.bytes());
                JsonGenerator out = FACTORY.createGenerator(copy)) {
            if (in.nextToken() == null) {
                return Optional.empty();
            }
            out.copyCurrentStructure(in);
            out.flush();
            return in.nextToken() == null ? Optional.of(copy.toString()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
