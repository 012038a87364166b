package io.qpy.cli;

import io.qpy.runtime.Interpreter;
import io.qpy.runtime.QpyRuntime;
import java.util.ArrayDeque;
import java.util.Deque;

/** The interpreters of a run of documents: a block that leaves nothing behind leaves its own to the next one. */
final class DocInterpreters implements AutoCloseable {
    private final QpyRuntime runtime;
    private final Deque<Interpreter> idle = new ArrayDeque<>();

    DocInterpreters(QpyRuntime runtime) {
        this.runtime = runtime;
    }

    QpyRuntime runtime() {
        return runtime;
    }

    Interpreter take() {
        return idle.isEmpty() ? runtime.prepare() : idle.pop();
    }

    void giveBack(Interpreter interpreter) {
        idle.push(interpreter);
    }

    @Override
    public void close() {
        idle.forEach(Interpreter::close);
        idle.clear();
    }
}
