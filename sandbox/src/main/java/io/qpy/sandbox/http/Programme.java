package io.qpy.sandbox.http;

import io.qpy.sandbox.journal.Payload;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What a test has the server answer, by path, in place of what it would; each entry once. Any thread may add. */
public final class Programme {
    private final Map<String, Queue<Entry>> entries = new ConcurrentHashMap<>();

    private final Map<String, Supplier<Payload>> files = new ConcurrentHashMap<>();

    /**
     * One answer.
     *
     * @param sentBytes how much of the body is sent before the connection is closed; less than 0 for all
     */
    record Entry(Reply reply, int sentBytes) {}

    /** Answers the next request for a path so, after a while. */
    public void answer(String path, int status, String contentType, Payload body, Duration delay) {
        add(path, new Entry(Reply.of(status, contentType, body).after(delay), -1));
    }

    /** Closes the connection of the next request for a path when so much of the body is sent; 0 for not even the head. */
    public void cut(String path, String contentType, Payload body, int sentBytes) {
        add(path, new Entry(Reply.of(200, contentType, body), sentBytes));
    }

    /** Serves a file at a path, as it is each time when it is asked for, whole or from a byte on (RFC 9110, section 14). */
    public void serve(String path, Supplier<Payload> content) {
        files.put(path, content);
    }

    /** The answer to a request for a file that is served; empty for another path. */
    Optional<Reply> file(Call call) {
        return Optional.ofNullable(files.get(call.path()))
                .map(content -> FilePart.reply(content.get(), call.header("Range")));
    }

    private void add(String path, Entry entry) {
        entries.compute(path, (each, queue) -> {
            Queue<Entry> there = queue == null ? new ArrayDeque<>() : queue;
            there.add(entry);
            return there;
        });
    }

    Optional<Entry> next(String path) {
        Entry[] taken = new Entry[1];
        entries.computeIfPresent(path, (each, queue) -> {
            taken[0] = queue.poll();
            return queue.isEmpty() ? null : queue;
        });
        return Optional.ofNullable(taken[0]);
    }
}
