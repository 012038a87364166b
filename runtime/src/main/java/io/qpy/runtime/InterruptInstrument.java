package io.qpy.runtime;

import com.oracle.truffle.api.ThreadLocalAction;
import com.oracle.truffle.api.TruffleContext;
import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import com.oracle.truffle.api.instrumentation.provider.TruffleInstrumentProvider;
import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Future;

/**
 * Raises a Python exception in a thread from outside, between two steps of its code: how Ctrl-C becomes {@code
 * KeyboardInterrupt}. GraalPy's own {@code _thread.interrupt_main} does nothing in an embedded context (measured with
 * 25.0.2), and {@code Context.interrupt} ends the script without an exception that it could catch.
 */
public final class InterruptInstrument extends TruffleInstrument {
    static final String ID = "qpy-interrupt";

    /** The name, in the context's top scope, of the Python function that raises. */
    static final String RAISER = "_qpy_raise_interrupt";

    /** Interrupts threads of the context that is entered when it is asked for. */
    @FunctionalInterface
    interface Service {
        Interrupter attach();
    }

    /** Raises the exception in a thread of one context, as soon as that thread runs Python; done when it was raised. */
    @FunctionalInterface
    interface Interrupter {
        Future<Void> interrupt(Thread thread);
    }

    @Override
    protected void onCreate(Env env) {
        env.registerService((Service) () -> {
            TruffleContext context = env.getEnteredContext();
            return thread -> env.submitThreadLocal(context, new Thread[] {thread}, new Raise(env));
        });
    }

    private static final class Raise extends ThreadLocalAction {
        private final Env env;

        Raise(Env env) {
            super(true, false);
            this.env = env;
        }

        @Override
        protected void perform(Access access) {
            try {
                Object scope = env.getScope(env.getLanguages().get("python"));
                InteropLibrary interop = InteropLibrary.getUncached();
                interop.execute(interop.readMember(scope, RAISER));
            } catch (InteropException e) {
                throw new IllegalStateException("the boot code defines " + RAISER, e);
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
