package io.qpy.runtime;

import com.oracle.graal.python.nodes.PRootNode;
import com.oracle.truffle.api.ThreadLocalAction;
import com.oracle.truffle.api.TruffleContext;
import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import com.oracle.truffle.api.instrumentation.provider.TruffleInstrumentProvider;
import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Raises a Python exception in a thread from outside, between two steps of its code: how Ctrl-C becomes {@code
 * KeyboardInterrupt}. GraalPy's own {@code _thread.interrupt_main} does nothing in an embedded context (measured with
 * 25.0.2), and {@code Context.interrupt} ends the script without an exception that it could catch.
 */
public final class InterruptInstrument extends TruffleInstrument {
    static final String ID = "qpy-interrupt";

    /** The names, in the context's top scope, of the Python functions that raise. */
    static final String KEYBOARD_INTERRUPT = "_qpy_raise_interrupt";

    static final String MEMORY_ERROR = "_qpy_raise_memory_error";

    /** This one raises only where a thread runs a script's own code. */
    static final String THREAD_EXIT = "_qpy_raise_thread_exit";

    /** The name there of the Python function that tells which line of a script its thread is at. */
    static final String LOCATOR = "_qpy_where";

    /** Interrupts threads of the context that is entered when it is asked for. */
    @FunctionalInterface
    interface Service {
        Interrupter attach();
    }

    /** Reaches into the threads of one context, as soon as they run Python. */
    interface Interrupter {
        /** Raises an exception in a thread, {@link #KEYBOARD_INTERRUPT} or another; done when it was raised. */
        Future<Void> raise(Thread thread, String raiser);

        /** Which line of a script a thread is at, {@code file:line}; empty in none. */
        CompletableFuture<String> locate(Thread thread);
    }

    @Override
    protected void onCreate(Env env) {
        env.registerService((Service) () -> {
            TruffleContext context = env.getEnteredContext();
            return new Interrupter() {
                @Override
                public Future<Void> raise(Thread thread, String raiser) {
                    Raise raise = new Raise(new Call(env, raiser, new CompletableFuture<>()), context, thread);
                    raise.submit();
                    return raise.raised;
                }

                @Override
                public CompletableFuture<String> locate(Thread thread) {
                    CompletableFuture<String> place = new CompletableFuture<>();
                    Future<Void> submitted =
                            env.submitThreadLocal(context, new Thread[] {thread}, new Call(env, LOCATOR, place));
                    return submitted.isCancelled() ? CompletableFuture.completedFuture("") : place;
                }
            };
        });
    }

    /**
     * Raises an exception where the thread's code can notice it: if not at this step, then at a later one. A step may be one of
     * Java's that asks something of a Python value; from there it would come to the script as an exception of Java's. And
     * GraalPy calls weak references' callbacks in the thread that runs the script, whatever that does, and ignores what is
     * raised there.
     */
    private static final class Raise extends ThreadLocalAction {
        /** On the stack while GraalPy calls back. */
        private static final String CALLBACK = "com.oracle.graal.python.runtime.AsyncHandler$AsyncPythonAction";

        /** For library code to return. */
        private static final int LATER_MILLIS = 1;

        private final Call call;
        private final TruffleContext context;
        private final Thread thread;
        private final CompletableFuture<Void> raised = new CompletableFuture<>();

        Raise(Call call, TruffleContext context, Thread thread) {
            super(true, false);
            this.call = call;
            this.context = context;
            this.thread = thread;
        }

        void submit() {
            if (raised.isDone()) {
                return;
            }
            Future<Void> submitted = call.env.submitThreadLocal(context, new Thread[] {thread}, this);
            if (submitted.isCancelled()) {
                raised.cancel(false);
            }
        }

        @Override
        protected void perform(Access access) {
            if (raised.isDone()) {
                return; // taken back
            }
            if (!(access.getLocation().getRootNode() instanceof PRootNode) || isInCallback()) {
                submit();
                return;
            }
            boolean raises = true;
            try {
                call.perform(access);
                raises = false;
            } finally {
                if (raises) {
                    raised.complete(null);
                }
            }
            CompletableFuture.delayedExecutor(LATER_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(this::submit);
        }

        private static boolean isInCallback() {
            return StackWalker.getInstance()
                    .walk(frames ->
                            frames.anyMatch(frame -> frame.getClassName().equals(CALLBACK)));
        }
    }

    /** Calls a function of the boot code's. */
    private static final class Call extends ThreadLocalAction {
        private final Env env;
        private final String function;
        private final CompletableFuture<String> answer;

        Call(Env env, String function, CompletableFuture<String> answer) {
            super(true, false);
            this.env = env;
            this.function = function;
            this.answer = answer;
        }

        @Override
        protected void perform(Access access) {
            try {
                Object scope = env.getScope(env.getLanguages().get("python"));
                InteropLibrary interop = InteropLibrary.getUncached();
                answer.complete(interop.asString(interop.execute(interop.readMember(scope, function))));
            } catch (InteropException e) {
                throw new IllegalStateException("the boot code defines " + function, e);
            }
        }
    }

    /** Named in META-INF/services, where the engine looks for instruments. */
    @Registration(id = ID, services = Service.class)
    public static final class Provider extends TruffleInstrumentProvider {
        @Override
        protected String getInstrumentClassName() {
            return InterruptInstrument.class.getName();
        }

        @Override
        protected Object create() {
            return new InterruptInstrument();
        }

        @Override
        protected Collection<String> getServicesClassNames() {
            return List.of(Service.class.getName());
        }
    }
}
