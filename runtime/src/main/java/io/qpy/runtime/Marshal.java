package io.qpy.runtime;

import com.oracle.graal.python.PythonLanguage;
import com.oracle.graal.python.runtime.object.PFactory;
import io.qpy.device.DeviceError;
import io.qpy.module.Callback;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/** Turns values of Python into values of Java and back, as {@link io.qpy.module.Exposed} lists them. */
final class Marshal {
    private final PythonLanguage language;
    private final Value listOf;
    private final Value dictOf;
    private final Value raise;
    private final Value guard;
    private final Bugs bugs;
    private final Runnable secondThread;
    private final Arguments arguments = new Arguments(this);
    private final Faults faults = new Faults(this);
    private final PolyglotException tooDeep;

    /**
     * @param boot has the converters {@code list_of(*items)}, {@code dict_of(*keys and values)}, {@code raise_(type name,
     *     *arguments)} and {@code guard(function, *arguments)}
     * @param secondThread called before a function is handed out that another thread may call
     */
    Marshal(Value boot, PythonLanguage language, Bugs bugs, Runnable secondThread) {
        this.language = language;
        listOf = boot.getMember("list_of");
        dictOf = boot.getMember("dict_of");
        raise = boot.getMember("raise_");
        guard = boot.getMember("guard");
        this.bugs = bugs;
        this.secondThread = secondThread;
        tooDeep = tooDeepAhead();
    }

    /** Made ahead, as nothing can be called where the stack has ended. */
    private PolyglotException tooDeepAhead() {
        try {
            throw raise("RecursionError", List.of(Faults.TOO_DEEP));
        } catch (PolyglotException e) {
            return e;
        }
    }

    /** The exception of a recursion that has no room left to raise one. */
    PolyglotException tooDeep() {
        return tooDeep;
    }

    Arguments arguments() {
        return arguments;
    }

    Faults faults() {
        return faults;
    }

    /** Where a fault of qpy's own is noted. */
    Bugs bugs() {
        return bugs;
    }

    Object toJava(Value value) {
        return toJava(value, null);
    }

    /** @param around what it is in; null where it stands by itself */
    Object toJava(Value value, Composite around) {
        if (value.isNull()) {
            return null;
        }
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        if (value.isNumber()) {
            return number(value);
        }
        if (value.isString()) {
            return value.asString();
        }
        return composite(value, around);
    }

    private static Object number(Value value) {
        if (value.fitsInInt()) {
            return value.asInt();
        }
        if (value.fitsInLong()) {
            return value.asLong();
        }
        return value.fitsInBigInteger() ? value.asBigInteger() : (Object) value.asDouble();
    }

    private Object composite(Value value, Composite around) {
        if (value.isProxyObject() && value.asProxyObject() instanceof HostObject host) {
            return host.target();
        }
        if (value.hasBufferElements()) {
            return buffer(value);
        }
        if (value.hasHashEntries() || value.hasArrayElements()) {
            return (around == null ? new Composite(this) : around).toJava(value);
        }
        return value.canExecute() ? callback(value) : value;
    }

    private static byte[] buffer(Value value) {
        if (value.getBufferSize() > Integer.MAX_VALUE) {
            throw DeviceError.of("MemoryError", Faults.NO_MEMORY);
        }
        byte[] bytes = new byte[(int) value.getBufferSize()];
        value.readBuffer(0, bytes, 0, bytes.length);
        return bytes;
    }

    private Callback callback(Value function) {
        secondThread.run();
        return arguments -> {
            try {
                Object[] all = new Object[arguments.length + 1];
                all[0] = function;
                for (int i = 0; i < arguments.length; i++) {
                    all[i + 1] = toPython(arguments[i]);
                }
                guard.executeVoid(all);
            } catch (PolyglotException e) {
                if (!e.isCancelled()) {
                    throw e;
                }
            }
        };
    }

    Object toPython(Object value) {
        if (value instanceof byte[] bytes) {
            return bytes(language, bytes);
        }
        if (value instanceof List<?> items) {
            Object[] all = new Object[items.size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = toPython(items.get(i));
            }
            return listOf.execute(all);
        }
        if (value instanceof Map<?, ?> entries) {
            List<Object> flat = new ArrayList<>();
            entries.forEach((key, item) -> {
                flat.add(key);
                flat.add(toPython(item));
            });
            return dictOf.execute(flat.toArray());
        }
        return isPlain(value) ? value : new HostObject(value, this);
    }

    /**
     * Python's bytes that are these, not a copy. They are made here because the polyglot API has no way for it, and
     * GraalPy takes no buffer of Java's; a string would have to be encoded, a character at a time.
     */
    static Object bytes(PythonLanguage language, byte... bytes) {
        return PFactory.createBytes(language, bytes);
    }

    private static boolean isPlain(Object value) {
        return value == null
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Value;
    }

    /** Raises a Python exception; never returns. */
    RuntimeException raise(String pythonType, List<Object> arguments) {
        List<Object> all = new ArrayList<>();
        all.add(pythonType);
        arguments.forEach(argument -> all.add(toPython(argument)));
        raise.executeVoid(all.toArray());
        throw new IllegalStateException("raise_ returned");
    }
}
