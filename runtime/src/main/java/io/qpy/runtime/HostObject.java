package io.qpy.runtime;

import io.qpy.device.DeviceError;
import io.qpy.module.Exposed;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/**
 * A Java object as Python sees it: its {@link Exposed} methods and nothing else, not even its class. Whatever such a
 * method throws reaches Python as a Python exception.
 */
final class HostObject implements ProxyObject {
    private final Object target;
    private final Marshal marshal;
    private final Map<String, Method> methods;

    HostObject(Object target, Marshal marshal) {
        this.target = target;
        this.marshal = marshal;
        this.methods = METHODS.get(target.getClass());
    }

    private static final ClassValue<Map<String, Method>> METHODS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Exposed.class))
                    .peek(method -> method.setAccessible(true))
                    .collect(Collectors.toUnmodifiableMap(Method::getName, method -> method));
        }
    };

    Object target() {
        return target;
    }

    @Override
    public Object getMember(String key) {
        Method method = methods.get(key);
        return method == null ? null : (ProxyExecutable) arguments -> call(method, arguments);
    }

    @Override
    public Object getMemberKeys() {
        return methods.keySet().toArray();
    }

    @Override
    public boolean hasMember(String key) {
        return methods.containsKey(key);
    }

    @Override
    public void putMember(String key, Value value) {
        throw new UnsupportedOperationException("a host object has no attributes to set");
    }

    private Object call(Method method, Value... arguments) {
        try {
            return marshal.toPython(method.invoke(target, convert(method, arguments)));
        } catch (InvocationTargetException e) {
            throw raise(method, e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object[] convert(Method method, Value... arguments) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length != arguments.length) {
            throw raise("TypeError", method.getName() + " takes " + types.length + " arguments");
        }
        Object[] converted = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            converted[i] = fit(method, types[i], marshal.toJava(arguments[i]));
        }
        return converted;
    }

    private Object fit(Method method, Class<?> type, Object value) {
        if (value instanceof Number number && type.isPrimitive()) {
            if (type == long.class) {
                return number.longValue();
            }
            if (type == double.class) {
                return number.doubleValue();
            }
            if (type == int.class && value instanceof Integer) {
                return value;
            }
        }
        if ((value instanceof Boolean && type == boolean.class) || (value == null && !type.isPrimitive())) {
            return value;
        }
        if (type.isInstance(value)) {
            return value;
        }
        String got = value == null ? "None" : value.getClass().getSimpleName();
        throw raise("TypeError", method.getName() + ": got " + got + ", want " + type.getSimpleName());
    }

    private RuntimeException raise(Method method, Throwable thrown) {
        if (thrown instanceof DeviceError error) {
            return marshal.raise(error.pythonType(), error.arguments());
        }
        if (thrown instanceof PolyglotException python) {
            return python;
        }
        if (thrown instanceof IOException) {
            return marshal.raise("OSError", List.of(5, String.valueOf(thrown.getMessage())));
        }
        String where = target.getClass().getSimpleName() + "." + method.getName();
        marshal.bugs().record(where, thrown);
        return raise("RuntimeError", "a bug in qpy: " + where);
    }

    private RuntimeException raise(String pythonType, String message) {
        return marshal.raise(pythonType, List.of(message));
    }
}
