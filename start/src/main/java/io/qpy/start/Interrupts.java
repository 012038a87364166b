package io.qpy.start;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * What Ctrl-C does: the first interrupts the script, the second ends the process at once (exit code 130). {@code
 * sun.misc.Signal} is the JDK's only way to a signal; javac refuses to compile against it without a warning, so it is
 * reached by reflection.
 */
public final class Interrupts implements InvocationHandler {
    private static final int INTERRUPTED = 130;

    private static Interrupts current;

    private final Runnable action;
    private final boolean once;
    private final Interrupts outer;
    private Object previous;
    private boolean interrupted;

    private Interrupts(Runnable action, boolean once, Interrupts outer) {
        this.action = action;
        this.once = once;
        this.outer = outer;
    }

    /** Every Ctrl-C does this. */
    public static Interrupts each(Runnable action) {
        return install(action, false);
    }

    /** The first Ctrl-C does this, the second ends the process. */
    public static Interrupts to(Runnable first) {
        return install(first, true);
    }

    private static synchronized Interrupts install(Runnable action, boolean once) {
        Interrupts interrupts = new Interrupts(action, once, current);
        interrupts.previous = handle(interrupts);
        current = interrupts;
        if (once && interrupts.outer != null && interrupts.outer.isSpent()) {
            interrupts.interrupt(); // it came before this one was there
        }
        return interrupts;
    }

    /** A Ctrl-C that was typed where another process is in front. */
    static void raise() {
        Interrupts now;
        synchronized (Interrupts.class) {
            now = current;
        }
        if (now == null) {
            Runtime.getRuntime().halt(INTERRUPTED);
        } else {
            now.interrupt();
        }
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        if (method.getName().equals("handle")) {
            interrupt();
            return null;
        }
        return method.getName().equals("equals") ? proxy == arguments[0] : System.identityHashCode(proxy);
    }

    private synchronized void interrupt() {
        if (interrupted && once) {
            Runtime.getRuntime().halt(INTERRUPTED);
        }
        interrupted = true;
        Thread thread = new Thread(action, "qpy-interrupt");
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized boolean isSpent() {
        return once && interrupted;
    }

    /** Makes a handler of the JDK's, or one of ours, that for SIGINT; gives the one before. */
    private static Object handle(Object handler) {
        try {
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Class<?> signalType = Class.forName("sun.misc.Signal");
            Object signal = signalType.getConstructor(String.class).newInstance("INT");
            Object proxy = handler instanceof InvocationHandler invocation
                    ? Proxy.newProxyInstance(
                            Interrupts.class.getClassLoader(), new Class<?>[] {handlerType}, invocation)
                    : handler;
            return signalType.getMethod("handle", signalType, handlerType).invoke(null, signal, proxy);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JDK lacks jdk.unsupported", e);
        }
    }

    /** Gives Ctrl-C back its meaning of before. */
    public void restore() {
        synchronized (Interrupts.class) {
            handle(previous);
            current = outer;
        }
    }
}
