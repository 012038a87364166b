package io.qpy.testing;

import io.qpy.runtime.QpyRuntime;
import io.qpy.wiring.Modules;
import java.util.ArrayDeque;
import java.util.Deque;

/** The interpreters of test runs: those that are ready or getting ready, and that have served others. */
public final class Interpreters implements AutoCloseable {
    private final QpyRuntime runtime = new QpyRuntime(Modules.all());
    private final Deque<WarmInterpreter> idle = new ArrayDeque<>();

    QpyRuntime runtime() {
        return runtime;
    }

    /** Makes sure that one is at least getting ready. */
    public synchronized void prepare() {
        if (idle.isEmpty()) {
            idle.add(new WarmInterpreter(runtime));
        }
    }

    synchronized WarmInterpreter take() {
        prepare();
        return idle.pop();
    }

    /** One that can serve another file. */
    synchronized void giveBack(WarmInterpreter interpreter) {
        idle.push(interpreter);
    }

    @Override
    public synchronized void close() {
        idle.forEach(WarmInterpreter::dismiss);
        idle.clear();
    }
}
