package io.qpy.runtime;

import java.util.List;
import org.graalvm.polyglot.Value;

/** Library code in an interpreter that need not have a device; it talks to Java through its host object. */
public final class Tool {
    private final Bugs bugs;
    private final Value module;

    Tool(BootCode code, Marshal marshal, Object host, List<String> parts) {
        bugs = marshal.bugs();
        module = code.load(new HostObject(host, marshal), host.getClass(), parts);
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
