package io.qpy.testing;

import io.qpy.runtime.Interpreter;
import io.qpy.runtime.QpyRuntime;
import java.util.concurrent.CompletableFuture;

/** An interpreter that gets ready on a thread of its own, and there serves one piece of work. */
final class WarmInterpreter {
    /** What an interpreter is for. */
    interface Work {
        /** On the interpreter's thread. */
        void run(Interpreter interpreter);

        /** There is no interpreter, or the work has thrown. */
        void fail(Throwable cause);
    }

    private static final Work NONE = new Work() {
        @Override
        public void run(Interpreter interpreter) {}

        @Override
        public void fail(Throwable cause) {}
    };

    private final CompletableFuture<Work> work = new CompletableFuture<>();

    WarmInterpreter(QpyRuntime runtime) {
        Thread thread = new Thread(() -> serve(runtime), "qpy-test");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(QpyRuntime runtime) {
        try (Interpreter interpreter = runtime.prepare()) {
            work.join().run(interpreter);
        } catch (RuntimeException | Error e) {
            work.join().fail(e);
        }
    }

    void serve(Work what) {
        work.complete(what);
    }

    /** Nobody needs it. */
    void dismiss() {
        serve(NONE);
    }
}
