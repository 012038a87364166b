package io.qpy.runtime;

import com.oracle.graal.python.nodes.PRootNode;
import com.oracle.graal.python.runtime.GilNode;
import com.oracle.graal.python.runtime.PythonContext;
import com.oracle.truffle.api.ThreadLocalAction;
import java.lang.reflect.Method;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Has a busy loop of one thread give way to other threads of its interpreter every few milliseconds; the module's does after some
 * dozen steps. GraalPy 25.0.2 does so every 50 ms, so that a thread that sleeps for 10 ms slept for 60, and only in an engine's first
 * context.
 */
final class TurnTaking implements AutoCloseable {
    private static final int MILLIS = 2;

    /** Between two looks while no thread runs Python. */
    private static final int IDLE_MILLIS = 20;

    private static final Method LOCK_OWNER = method("getGilOwner");
    private static final Method IS_LOCK_WANTED = method("gilHasQueuedThreads");

    private final PythonContext context;

    /** The thread that has been asked to give way and has not come to a step of its code since. */
    private volatile Thread asked;

    private volatile boolean closed;

    private TurnTaking(PythonContext context) {
        this.context = context;
    }

    /** Begins it in a context. */
    static TurnTaking begin(PythonContext context) {
        TurnTaking turns = new TurnTaking(context);
        turns.schedule(MILLIS);
        return turns;
    }

    /** One thread for all interpreters. */
    private static final class Clock {
        static final ScheduledExecutorService EXECUTOR = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "qpy-turns");
            thread.setDaemon(true);
            return thread;
        });
    }

    private void schedule(int millis) {
        Future<?> ignored = Clock.EXECUTOR.schedule(this::look, millis, TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (closed) {
            return;
        }
        Thread owner = (Thread) call(LOCK_OWNER);
        if (owner != null && owner != asked && (boolean) call(IS_LOCK_WANTED)) {
            asked = owner;
            Future<?> ignored = context.getEnv().submitThreadLocal(new Thread[] {owner}, new GivingWay());
        }
        schedule(owner == null ? IDLE_MILLIS : MILLIS);
    }

    private final class GivingWay extends ThreadLocalAction {
        GivingWay() {
            super(true, false);
        }

        @Override
        protected void perform(Access access) {
            asked = null;
            if (access.getLocation().getRootNode() instanceof PRootNode code
                    && !code.isInternal()
                    && !code.isPythonInternal()) {
                GilNode lock = GilNode.getUncached();
                if (lock.tryRelease()) {
                    // The lock is fair: whoever waits has it first.
                    lock.acquire(access.getLocation());
                }
            }
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private Object call(Method method) {
        try {
            return method.invoke(context);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What GraalPy has for the same purpose and keeps to itself. */
    private static Method method(String name) {
        try {
            Method method = PythonContext.class.getDeclaredMethod(name);
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("this is not the GraalPy that qpy is pinned to", e);
        }
    }
}
