package io.qpy.runtime;

import io.qpy.module.LibraryCode;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** {@code boot.py}: the first Python that an interpreter runs. */
final class BootCode {
    private static final String NAME = "boot";

    /** What runs compiled code, {@code compiled_boot}. */
    private static final Source LOADER = Source.create("python", "exec(compiled_boot)\ndel compiled_boot\n");

    private BootCode() {}

    /** Read once, by the first to ask. */
    private static final class Read {
        static final Object CODE = LibraryCode.read(BootCode.class, NAME);
        static final Source RUN = CODE instanceof String source
                ? Source.newBuilder("python", source, LibraryCode.fileName(NAME))
                        .buildLiteral()
                : LOADER;
    }

    /** Reads it, which nothing but the jars is needed for. */
    static Object read() {
        return Read.CODE;
    }

    /** Runs it; gives its object {@code boot}. */
    static Value run(Context context, CompiledCode code) {
        Value names = context.getBindings("python");
        if (read() instanceof byte[] compiled) {
            names.putMember("compiled_boot", code.load(compiled));
        }
        context.eval(Read.RUN);
        return names.getMember("boot");
    }
}
