package io.qpy.cli;

import io.qpy.runtime.Interpreter;
import io.qpy.runtime.QpyRuntime;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;

/**
 * Does one run after the other, in one interpreter as long as nothing is left in it; the next is made before it is needed. One that
 * cannot be ended keeps its thread, and the runs after it have another.
 */
final class WatchedThread {
    private final QpyRuntime runtime;
    private final BlockingQueue<BooleanSupplier> work = new LinkedBlockingQueue<>();
    private Interpreter interpreter;

    WatchedThread(QpyRuntime runtime) {
        this.runtime = runtime;
        Thread thread = new Thread(this::serve, "qpy-run");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        try {
            while (true) {
                if (!work.take().getAsBoolean()) {
                    interpreter = null;
                    interpreter();
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts it", e);
        }
    }

    /** Does a run; it returns whether the interpreter can serve another. */
    void serve(BooleanSupplier run) {
        work.add(run);
    }

    /** The interpreter of the run that goes on; belongs to this thread. */
    Interpreter interpreter() {
        if (interpreter == null) {
            interpreter = runtime.prepare();
        }
        return interpreter;
    }
}
