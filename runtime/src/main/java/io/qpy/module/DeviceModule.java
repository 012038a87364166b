package io.qpy.module;

import java.util.List;
import java.util.function.Function;

/**
 * A Python module of the device: its facade, {@code qpy/<name>.py} beside the class that lists it, the parts of a long
 * facade, {@code qpy/<name>/<part>.py}, and the host object that does for it what Python cannot. A facade loads a part with
 * {@code _device.library("<name>/<part>")} when it needs it; a script cannot import one.
 *
 * @param name as imported
 * @param owner a class of the jar that holds the facade
 * @param host makes the host object when the module is first imported; null when the facade needs none
 * @param parts the names of its parts
 * @param controls what is done from outside to the part of the device that it stands for; null for nothing
 */
public record DeviceModule(
        String name, Class<?> owner, Function<ModuleContext, Object> host, List<String> parts, Controls controls) {
    public DeviceModule {
        if (LibraryCode.isPart(name)) {
            throw new IllegalArgumentException(name + " is the name of a part of library code, not of a module");
        }
        parts = List.copyOf(parts);
    }

    /** A module that is all Python. */
    public static DeviceModule of(String name, Class<?> owner) {
        return of(name, owner, null);
    }

    public static DeviceModule of(String name, Class<?> owner, Function<ModuleContext, Object> host) {
        return new DeviceModule(name, owner, host, List.of(), null);
    }

    /** The same module with these parts. */
    public DeviceModule withParts(String... names) {
        return new DeviceModule(name, owner, host, List.of(names), controls);
    }

    /** The same module with what is done to its part of the device. */
    public DeviceModule controlledBy(Controls value) {
        return new DeviceModule(name, owner, host, parts, value);
    }

    /** The facade's source. */
    public String facade() {
        return LibraryCode.source(owner, name);
    }

    /** The facade as {@link LibraryCode#read} gives it. */
    public Object facadeCode() {
        return LibraryCode.read(owner, name);
    }

    /** A part as {@link LibraryCode#read} gives it. */
    public Object partCode(String part) {
        if (!parts.contains(part)) {
            throw new IllegalArgumentException(name + " names no part " + part);
        }
        return LibraryCode.read(owner, name + "/" + part);
    }
}
