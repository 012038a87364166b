package io.qpy.sandbox.cloud.aliyun;

import static io.qpy.sandbox.journal.Event.brief;

import io.qpy.sandbox.cloud.Hmac;
import io.qpy.sandbox.cloud.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code id|securemode=3,signmethod=hmacsha256,timestamp=789|} (facts.md 3.20). Keys that nobody knows are
 * tolerated, Alibaba's own SDK sends some (facts.md 3.21).
 */
record ClientId(String text, String id, Map<String, String> parameters) {
    private static final int MAX_ID = 64;
    private static final String FORM = "the form is id|securemode=3,signmethod=hmacsha256|";

    static ClientId parse(String text) {
        int bar = text.indexOf('|');
        require(bar >= 0, "%s has no |; %s".formatted(brief(text), FORM));
        require(
                text.endsWith("|") && text.indexOf('|', bar + 1) == text.length() - 1,
                "%s does not end in its second |; %s".formatted(brief(text), FORM));
        ClientId parsed = new ClientId(text, text.substring(0, bar), parameters(text.substring(bar + 1)));
        parsed.check();
        return parsed;
    }

    Optional<String> get(String key) {
        return Optional.ofNullable(parameters.get(key));
    }

    /** Where it is missing, MD5 is the documented default. */
    Hmac method() {
        String name = get("signmethod").orElse("hmacmd5");
        return Hmac.named(name)
                .orElseThrow(() -> new Refusal(
                        Refusal.IDENTIFIER,
                        "client id",
                        "signmethod=%s is none of hmacmd5, hmacsha1, hmacsha256".formatted(name)));
    }

    private void check() {
        require(!id.isEmpty(), "nothing stands before the first |: setMqtt needs a clientID");
        require(
                id.codePointCount(0, id.length()) <= MAX_ID,
                "the id before the first | has %d characters, more than %d".formatted(id.length(), MAX_ID));
        require(
                get("timestamp").orElse("0").matches("[0-9]{1,19}"),
                "timestamp=%s is not a number of milliseconds"
                        .formatted(get("timestamp").orElse("")));
        method();
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String inner = text.substring(0, text.length() - 1);
        for (String part : inner.isEmpty() ? new String[0] : inner.split(",", -1)) {
            int equals = part.indexOf('=');
            require(equals > 0, "%s between the bars is not key=value".formatted(brief(part)));
            String key = part.substring(0, equals);
            require(parameters.put(key, part.substring(equals + 1)) == null, key + " stands there twice");
        }
        return parameters;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new Refusal(Refusal.IDENTIFIER, "client id", otherwise);
        }
    }
}
