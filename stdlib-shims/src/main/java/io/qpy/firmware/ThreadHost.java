package io.qpy.firmware;

import io.qpy.device.Device;
import io.qpy.module.Exposed;
import io.qpy.module.ScriptThreads;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;

/** The host object of {@code _thread}: GraalPy has the threads, the device their waits and turns. */
final class ThreadHost {
    private final Device device;
    private final ScriptThreads interpreter;
    private final Map<Long, Thread> threads = new HashMap<>();
    private final Map<Long, Future<Void>> stops = new HashMap<>();

    ThreadHost(Device device, ScriptThreads interpreter) {
        this.device = device;
        this.interpreter = interpreter;
    }

    /** A lock that nobody has. */
    @Exposed
    ThreadLock lock() {
        return new ThreadLock(device.waits());
    }

    /** A thread is about to start; its place among the others. */
    @Exposed
    int expect() {
        interpreter.prepare();
        return device.time().expect();
    }

    /** It could not be started. */
    @Exposed
    void giveUp(int place) {
        device.time().met(place);
    }

    /** This thread, which was expected, begins. */
    @Exposed
    void enter(int place, long id) {
        device.time().enter(place);
        synchronized (threads) {
            threads.put(id, Thread.currentThread());
        }
    }

    /** Raises SystemExit in a thread, which may catch it. */
    @Exposed
    void stop(long id) {
        synchronized (threads) {
            Thread thread = threads.get(id);
            Future<Void> before = stops.get(id);
            if (thread != null && (before == null || before.isDone())) {
                stops.put(id, interpreter.raiseExitIn(thread));
            }
        }
    }

    /** From now on nothing is raised in this thread. */
    @Exposed
    void shield(long id) {
        synchronized (threads) {
            threads.remove(id);
            Future<Void> stop = stops.remove(id);
            if (stop != null) {
                stop.cancel(false);
            }
        }
    }

    /** This thread is at its end. */
    @Exposed
    void leave() {
        device.time().leave();
    }
}
