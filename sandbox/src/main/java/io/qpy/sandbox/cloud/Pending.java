package io.qpy.sandbox.cloud;

import io.qpy.sandbox.journal.Payload;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Questions to devices whose answers have not come yet. Any thread may use it. */
public final class Pending {
    private final Map<String, CompletableFuture<Payload>> answers = new ConcurrentHashMap<>();

    /** {@code key} is what the answer will be known by; the future ends only if the device answers. */
    public CompletableFuture<Payload> expect(String key) {
        CompletableFuture<Payload> answer = new CompletableFuture<>();
        answers.put(key, answer);
        return answer.whenComplete((payload, failure) -> answers.remove(key));
    }

    /** Nobody may have asked. */
    public void complete(String key, Payload payload) {
        CompletableFuture<Payload> answer = answers.get(key);
        if (answer != null) {
            answer.complete(payload);
        }
    }
}
