package io.qpy.module;

import java.util.function.Function;

/**
 * A Python module of the device: its facade, {@code qpy/<name>.py} beside the class that lists it, and the host object
 * that does for it what Python cannot.
 *
 * @param name as imported
 * @param owner a class of the jar that holds the facade
 * @param host makes the host object when the module is first imported; null when the facade needs none
 */
public record DeviceModule(String name, Class<?> owner, Function<ModuleContext, Object> host) {
    /** A module that is all Python. */
    public static DeviceModule of(String name, Class<?> owner) {
        return new DeviceModule(name, owner, null);
    }

    public static DeviceModule of(String name, Class<?> owner, Function<ModuleContext, Object> host) {
        return new DeviceModule(name, owner, host);
    }

    /** The facade's source. */
    public String facade() {
        return LibraryCode.source(owner, name);
    }

    /** The facade as {@link LibraryCode#read} gives it. */
    public Object facadeCode() {
        return LibraryCode.read(owner, name);
    }
}
