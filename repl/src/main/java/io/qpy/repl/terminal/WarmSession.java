package io.qpy.repl.terminal;

import io.qpy.runtime.Session;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** A session that starts in the background, while the person begins to type. */
final class WarmSession {
    private final CompletableFuture<Session> starting = new CompletableFuture<>();

    WarmSession(Supplier<Session> start) {
        Thread thread = new Thread(() -> warm(start), "qpy-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private void warm(Supplier<Session> start) {
        try {
            Session session = start.get();
            session.interaction();
            starting.complete(session);
        } catch (RuntimeException | Error e) {
            starting.completeExceptionally(e);
        }
    }

    boolean isReady() {
        return starting.isDone();
    }

    /** Waits until it has started. */
    Session await() {
        try {
            return starting.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
