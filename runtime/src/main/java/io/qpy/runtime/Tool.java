package io.qpy.runtime;

import io.qpy.module.LibraryCode;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Value;

/** Library code in an interpreter that need not have a device; it talks to Java through its host object. */
public final class Tool {
    private final Bugs bugs;
    private final Value module;

    Tool(Value boot, Marshal marshal, CompiledCode code, Object host, List<String> parts) {
        bugs = marshal.bugs();
        List<Object> arguments = new ArrayList<>(List.of(new HostObject(host, marshal)));
        for (String part : parts) {
            arguments.add(part);
            arguments.add(code.load(LibraryCode.read(host.getClass(), part)));
        }
        module = boot.invokeMember("tool", arguments.toArray());
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
