package io.qpy.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Value;

/** Library code in an interpreter that need not have a device; it talks to Java through its host object. */
public final class Tool {
    private final Bugs bugs = new Bugs();
    private final Value module;

    Tool(Value boot, Object host, List<String> parts) {
        List<Object> arguments = new ArrayList<>(List.of(new HostObject(host, new Marshal(boot, bugs))));
        for (String part : parts) {
            arguments.add(part);
            arguments.add(source(host.getClass(), part));
        }
        module = boot.invokeMember("tool", arguments.toArray());
    }

    private static String source(Class<?> owner, String part) {
        try (InputStream in = owner.getResourceAsStream("/qpy/" + part + ".py")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Calls a function of the last part, on the thread that made the interpreter.
     *
     * @throws IllegalStateException when the host object failed, which is a fault of qpy's
     */
    public void call(String function) {
        module.invokeMember(function);
        if (bugs.any()) {
            throw new IllegalStateException(bugs.first(), bugs.cause());
        }
    }
}
