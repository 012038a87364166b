package io.qpy.pymodules.request;

import io.qpy.device.DeviceError;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import okhttp3.Headers;

/** The header fields of a request, as bare as the module's (facts.md section 5). */
final class RequestFields {
    private final String host;
    private String authorization;

    /** @param host as the URL has it, without the port, whatever that is */
    RequestFields(String host) {
        this.host = host;
    }

    void authorize(String username, String password) {
        byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        authorization = "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /**
     * All fields in the order in which they are sent.
     *
     * @param version of HTTP, 0 for 1.0 or 1 for 1.1
     * @param own the script's names and values, in turn
     * @param body null for none
     * @throws DeviceError ValueError for one of the script's that is no header
     */
    Headers all(int version, List<String> own, byte[] body) {
        Headers.Builder lines = new Headers.Builder();
        add(lines, "Host", host);
        if (version == 1) {
            add(lines, "Connection", "close");
        }
        for (int i = 0; i < own.size(); i += 2) {
            add(lines, own.get(i), own.get(i + 1));
        }
        if (authorization != null) {
            add(lines, "Authorization", authorization);
        }
        if (body != null) {
            add(lines, "Content-Length", String.valueOf(body.length));
        }
        return lines.build();
    }

    private static void add(Headers.Builder lines, String name, String value) {
        try {
            if (value.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
                throw new IllegalArgumentException("a header is one line");
            }
            lines.addUnsafeNonAscii(name, value);
        } catch (IllegalArgumentException e) {
            throw DeviceError.of("ValueError", "invalid header: " + name);
        }
    }
}
