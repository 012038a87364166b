package io.qpy.sandbox.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells a client what it sent, in httpbin.org's words and order. */
final class Echo {
    private Echo() {}

    static String of(Call call) {
        return of(call, Map.of());
    }

    /** A GET or HEAD tells of a body only if it had one. */
    static String of(Call call, Map<String, Boolean> flags) {
        boolean mayHaveBody = !call.method().equals("GET") && !call.method().equals("HEAD");
        return json(out -> {
            fields(out, "args", call.args());
            if (mayHaveBody || !call.body().isEmpty()) {
                body(out, call);
            }
            for (Map.Entry<String, Boolean> flag : flags.entrySet()) {
                out.writeBooleanField(flag.getKey(), flag.getValue());
            }
            headers(out, call);
            if (mayHaveBody || !call.body().isEmpty()) {
                out.writeFieldName("json");
                out.writeRawValue(JsonText.compact(call.body()).orElse("null"));
            }
            if (call.path().startsWith("/anything")) {
                out.writeStringField("method", call.method());
            }
            out.writeStringField("origin", call.origin());
            out.writeStringField("url", call.url());
        });
    }

    static String headersOf(Call call) {
        return json(out -> headers(out, call));
    }

    private static void body(JsonGenerator out, Call call) throws IOException {
        Form form = Form.of(call);
        out.writeStringField("data", form.data());
        fields(out, "files", form.files());
        fields(out, "form", form.fields());
    }

    private static void headers(JsonGenerator out, Call call) throws IOException {
        Map<String, String> joined = new LinkedHashMap<>();
        call.headers().forEach(header -> joined.merge(header.getKey(), header.getValue(), (a, b) -> a + "," + b));
        out.writeObjectFieldStart("headers");
        for (Map.Entry<String, String> header : joined.entrySet()) {
            out.writeStringField(header.getKey(), header.getValue());
        }
        out.writeEndObject();
    }

    /** One value is a text, several are a list. */
    private static void fields(JsonGenerator out, String name, Map<String, List<String>> fields) throws IOException {
        out.writeObjectFieldStart(name);
        for (Map.Entry<String, List<String>> field : fields.entrySet()) {
            List<String> values = field.getValue();
            if (values.size() == 1) {
                out.writeStringField(field.getKey(), values.get(0));
            } else {
                out.writeFieldName(field.getKey());
                out.writeArray(values.toArray(String[]::new), 0, values.size());
            }
        }
        out.writeEndObject();
    }

    private static String json(Content content) {
        StringWriter text = new StringWriter();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator out = JsonText.FACTORY.createGenerator(text).setPrettyPrinter(printer)) {
            out.writeStartObject();
            content.write(out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    @FunctionalInterface
    private interface Content {
        void write(JsonGenerator out) throws IOException;
    }
}
