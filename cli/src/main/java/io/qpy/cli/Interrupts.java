package io.qpy.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * What Ctrl-C does: the first interrupts the script, the second ends the process at once (exit code 130). {@code
 * sun.misc.Signal} is the JDK's only way to a signal; javac refuses to compile against it without a warning, so it is
 * reached by reflection.
 */
final class Interrupts {
    private final Object previous;

    private Interrupts(Object previous) {
        this.previous = previous;
    }

    /** Every Ctrl-C does this. */
    static Interrupts each(Runnable action) {
        return handledBy(action, false);
    }

    static Interrupts to(Runnable first) {
        return handledBy(first, true);
    }

    private static Interrupts handledBy(Runnable first, boolean once) {
        InvocationHandler handler = new InvocationHandler() {
            private boolean interrupted;

            @Override
            public synchronized Object invoke(Object proxy, java.lang.reflect.Method method, Object[] arguments) {
                if (!method.getName().equals("handle")) {
                    return method.getName().equals("equals") ? proxy == arguments[0] : System.identityHashCode(proxy);
                }
                if (interrupted && once) {
                    Runtime.getRuntime().halt(130);
                }
                interrupted = true;
                Thread thread = new Thread(first, "qpy-interrupt");
                thread.setDaemon(true);
                thread.start();
                return null;
            }
        };
        return new Interrupts(handle(handler));
    }

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
    void restore() {
        handle(previous);
    }
}
