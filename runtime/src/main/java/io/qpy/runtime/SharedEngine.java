package io.qpy.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.graalvm.polyglot.Engine;

/** The one engine of a runtime's interpreters: what one of them has parsed, the others need not. It is made when it is first wanted. */
final class SharedEngine {
    private CompletableFuture<Engine> made;

    /** Begins to make it, on a thread of its own. */
    void makeAhead() {
        CompletableFuture<Engine> ignored = make(task -> {
            Thread thread = new Thread(task, "qpy-engine");
            thread.setDaemon(true);
            thread.start();
        });
    }

    Engine get() {
        return make(Runnable::run).join();
    }

    /** Closes it, if it was made, with what runs in it. */
    synchronized void close() {
        if (made != null) {
            made.join().close(true);
        }
    }

    private synchronized CompletableFuture<Engine> make(Executor executor) {
        if (made == null) {
            made = CompletableFuture.supplyAsync(ContextFactory::engine, executor);
        }
        return made;
    }
}
