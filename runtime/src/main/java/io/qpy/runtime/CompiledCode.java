package io.qpy.runtime;

import com.oracle.graal.python.PythonLanguage;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/**
 * Loads the distribution's compiled library code into one interpreter, each once for all the devices that it serves. Java does
 * it, with a function that no script can have: GraalPy runs whatever such bytes say.
 */
final class CompiledCode {
    private final PythonLanguage language;
    private final Value loads;
    private final Map<ByteBuffer, Value> loaded = new ConcurrentHashMap<>();

    /** @param loads GraalPy's {@code marshal.loads} */
    CompiledCode(Context context, PythonLanguage language, Object loads) {
        this.language = language;
        this.loads = context.asValue(loads);
    }

    /** The code object of compiled code, a {@code byte[]}; a source as it is. */
    Object load(Object code) {
        return code instanceof byte[] bytes
                ? loaded.computeIfAbsent(ByteBuffer.wrap(bytes), each -> loads.execute(Marshal.bytes(language, bytes)))
                : code;
    }
}
