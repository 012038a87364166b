package io.qpy.module;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
        try (InputStream in = owner.getResourceAsStream("/qpy/" + name + ".py")) {
            if (in == null) {
                throw new IllegalStateException("no facade qpy/" + name + ".py beside " + owner.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
