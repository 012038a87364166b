package io.qpy.runtime;

import io.qpy.module.LibraryCode;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** The first Python that an interpreter runs: the parts of {@code boot}, each a module. */
final class BootCode {
    /** Loads the others. */
    private static final String LOAD = "boot/load";

    /** In an order in which each imports those before it only. */
    private static final List<String> PARTS = List.of(
            "boot/own",
            "boot/current",
            "boot/paths",
            "boot/words",
            "boot/modules",
            "boot/compiling",
            "boot/importing",
            "boot/functions",
            "boot/raising",
            "boot/tidying",
            "boot/tracebacks",
            "boot/program",
            "boot/replaced",
            "boot/start");

    /** Runs the code that stands in {@code boot_load}. */
    private static final Source LOADER = Source.create("python", """
            import sys
            sys.modules["boot.load"] = type(sys)("boot.load")
            exec(boot_load, sys.modules["boot.load"].__dict__)
            boot_load = sys.modules["boot.load"].load
            """);

    private final CompiledCode code;
    private final Value load;

    /** Takes an interpreter in which nothing has run. */
    BootCode(Context context, CompiledCode code) {
        this.code = code;
        Value names = context.getBindings("python");
        names.putMember("boot_load", code.load(Read.LOAD_CODE));
        context.eval(LOADER);
        load = names.getMember("boot_load");
        names.removeMember("boot_load");
    }

    /** Read once, by the first to ask. */
    private static final class Read {
        static final Object LOAD_CODE = LibraryCode.part(BootCode.class, LOAD);
        static final List<Object> CODES = PARTS.stream()
                .map(part -> LibraryCode.part(BootCode.class, part))
                .toList();
    }

    /** Reads it, which nothing but the jars is needed for. */
    static int read() {
        return Read.CODES.size();
    }

    /** Runs it; returns its object {@code boot}. */
    Value run() {
        Value last = null;
        for (int i = 0; i < PARTS.size(); i++) {
            last = load.execute(PARTS.get(i), code.load(Read.CODES.get(i)));
        }
        return last.getMember("boot");
    }

    /** Loads parts that need no device; each can import those before it. Returns the last, a module. */
    Value load(HostObject host, Class<?> owner, List<String> parts) {
        Value last = null;
        for (String part : parts) {
            last = load.execute(part, code.load(LibraryCode.part(owner, part)), host);
        }
        return last;
    }
}
