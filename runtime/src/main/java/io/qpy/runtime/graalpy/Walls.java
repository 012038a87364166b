package io.qpy.runtime.graalpy;

import com.oracle.graal.python.builtins.PythonBuiltinClassType;
import com.oracle.graal.python.builtins.objects.module.PythonModule;
import com.oracle.graal.python.runtime.PythonContext;
import com.oracle.graal.python.runtime.object.PFactory;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.List;

/** Builds the walls inside a new interpreter, before any Python of qpy's runs in it. */
public final class Walls {
    private static final List<String> FOLDERS = List.of("prefix", "exec_prefix", "base_prefix", "base_exec_prefix");

    private Walls() {}

    /**
     * Builds them; its context is entered.
     *
     * @param shown the folder that GraalPy's library is shown in from now on
     * @return GraalPy's {@code marshal.loads}, which no script may have
     */
    public static Object build(PythonContext context, String shown) {
        BuiltinModules modules = new BuiltinModules(context);
        Object loads = modules.module("marshal").getAttribute(Internals.text("loads"));
        modules.bound(BuiltinModuleTable.table());
        // A class of mmap's, which _sre asks each buffer for
        modules.module("_sre")
                .setAttribute(Internals.text("mmap"), context.lookupType(PythonBuiltinClassType.PByteArray));
        CodeObjects.shut(context);
        CodeObjects.shutFrozen(context, modules.module("_imp"));
        ConsoleStreams.hide(context);
        showFolders(context, shown);
        return loads;
    }

    /** The folder on the PC that GraalPy's library is in. */
    public static String libraryFolder(PythonContext context) {
        return context.getSysModule().getAttribute(Internals.text("prefix")).toString();
    }

    /** In Python's names of folders, and in those that GraalPy's own code finds its frozen modules by. */
    private static void showFolders(PythonContext context, String shown) {
        String real = libraryFolder(context);
        Internals.HOMES.forEach(home -> {
            Object folder = Internals.get(home, context);
            if (folder != null) {
                Internals.set(home, context, Internals.text(folder.toString().replace(real, shown)));
            }
        });
        PythonModule sys = context.getSysModule();
        FOLDERS.forEach(each -> sys.setAttribute(Internals.text(each), Internals.text(shown)));
        sys.setAttribute(Internals.text("_stdlib_dir"), context.getStdlibHome());
        sys.setAttribute(Internals.text("executable"), Internals.text(""));
        TruffleString more =
                context.getCoreHome().concatUncached(Internals.text("/modules"), TruffleString.Encoding.UTF_32, false);
        sys.setAttribute(
                Internals.text("path"),
                PFactory.createList(context.getLanguage(), new Object[] {context.getStdlibHome(), more}));
    }
}
