package io.qpy.runtime;

import io.qpy.module.Exposed;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyObject;

/**
 * A Java object as Python sees it: its {@link Exposed} methods and nothing else, not even its class.
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
        return method == null ? null : new HostMethod(target, method, marshal);
    }

    @Override
    public Object getMemberKeys() {
        return ProxyArray.fromArray(methods.keySet().toArray());
    }

    @Override
    public boolean hasMember(String key) {
        return methods.containsKey(key);
    }

    @Override
    public void putMember(String key, Value value) {
        throw new UnsupportedOperationException("a host object has no attributes to set");
    }

    /** What {@code repr} shows. */
    @Override
    public String toString() {
        return "<module>";
    }
}
