package io.qpy.runtime;

import com.oracle.graal.python.PythonLanguage;
import io.qpy.module.LibraryCode;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** {@code boot.py}: the first Python that an interpreter runs. */
final class BootCode {
    private static final String NAME = "boot";

    /** What runs compiled code, the bytes in {@code compiled_boot}. */
    private static final Source LOADER =
            Source.create("python", "import marshal\nexec(marshal.loads(compiled_boot))\ndel compiled_boot\n");

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
    static Value run(Context context, PythonLanguage language) {
        Value names = context.getBindings("python");
        if (read() instanceof byte[] compiled) {
            names.putMember("compiled_boot", Marshal.bytes(language, compiled));
        }
        context.eval(Read.RUN);
        return names.getMember("boot");
    }
}
