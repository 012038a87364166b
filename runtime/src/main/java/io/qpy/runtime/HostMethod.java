package io.qpy.runtime;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** A method of a host object, as Python calls it. Whatever it throws reaches Python as a Python exception. */
final class HostMethod implements ProxyExecutable {
    private final Object target;
    private final Method method;
    private final Marshal marshal;

    HostMethod(Object target, Method method, Marshal marshal) {
        this.target = target;
        this.method = method;
        this.marshal = marshal;
    }

    @Override
    public Object execute(Value... given) {
        try {
            return call(given);
        } catch (StackOverflowError e) {
            throw marshal.tooDeep(); // too deep even to raise it
        }
    }

    private Object call(Value... given) {
        try {
            return marshal.toPython(method.invoke(target, marshal.arguments().of(method, given)));
        } catch (InvocationTargetException e) {
            throw marshal.faults().raise(where(), e.getCause(), given);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (PolyglotException e) {
            throw marshal.faults().raise(where(), e);
        } catch (RuntimeException | OutOfMemoryError e) {
            throw marshal.faults().raise(where(), e, given);
        }
    }

    private String where() {
        return target.getClass().getSimpleName() + "." + method.getName();
    }

    /** What {@code repr} shows. */
    @Override
    public String toString() {
        return "<function>";
    }
}
