package io.qpy.testing;

import io.qpy.runtime.Interpreter;
import io.qpy.runtime.QpyRuntime;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** An interpreter that gets ready on a thread of its own, and there serves one piece of work after the other. */
final class WarmInterpreter {
    /** What an interpreter is for. */
    interface Work {
        /** On the interpreter's thread; whether it can serve another. */
        boolean run(Interpreter interpreter);

        /** There is no interpreter, or the work has thrown. */
        void fail(Throwable cause);
    }

    private static final Work NONE = new Work() {
        @Override
        public boolean run(Interpreter interpreter) {
            return false;
        }

        @Override
        public void fail(Throwable cause) {}
    };

    private final BlockingQueue<Work> work = new LinkedBlockingQueue<>();

    WarmInterpreter(QpyRuntime runtime) {
        Thread thread = new Thread(() -> serve(runtime), "qpy-test");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(QpyRuntime runtime) {
        Work now = null;
        try {
            try (Interpreter interpreter = runtime.prepare()) {
                do {
                    now = work.take();
                } while (now.run(interpreter));
            } catch (RuntimeException | Error e) {
                (now == null ? work.take() : now).fail(e);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts it", e);
        }
    }

    void serve(Work what) {
        work.add(what);
    }

    /** Nobody needs it. */
    void dismiss() {
        serve(NONE);
    }
}
