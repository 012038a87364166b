package io.qpy.sandbox.http;

import io.qpy.sandbox.journal.Payload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One request. {@code local} stands in for a Host header, which HTTP/1.0 does not need. */
public record Call(
        String method,
        String target,
        List<Map.Entry<String, String>> headers,
        Payload body,
        String scheme,
        String local,
        String origin) {

    /** Without the query, undecoded. */
    public String path() {
        return originForm().split("[?#]", 2)[0];
    }

    Map<String, List<String>> args() {
        String[] parts = originForm().split("#", 2)[0].split("\\?", 2);
        return Query.parse(parts.length < 2 ? new byte[0] : parts[1].getBytes(StandardCharsets.ISO_8859_1));
    }

    /** All values of a header, joined as HTTP allows. */
    public Optional<String> header(String name) {
        String values = headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(","));
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    String url() {
        return scheme + "://" + header("Host").orElse(local) + originForm();
    }

    /** A client that takes us for a proxy sends the whole URL. */
    private String originForm() {
        return target.replaceFirst("^https?://[^/?#]*", "");
    }
}
