package io.qpy.runtime.graalpy;

import com.oracle.graal.python.builtins.Python3Core;
import com.oracle.graal.python.builtins.PythonBuiltinClassType;
import com.oracle.graal.python.builtins.objects.PNone;
import com.oracle.graal.python.builtins.objects.module.PythonModule;
import com.oracle.graal.python.builtins.objects.type.PythonBuiltinClass;
import com.oracle.graal.python.runtime.PythonContext;
import com.oracle.truffle.api.object.DynamicObjectLibrary;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The modules that GraalPy has built in, where it registers them. What is taken out here comes back by no loader, no
 * {@code importlib}, no closure and no frame: the map of modules is the one that {@code _imp.create_builtin} looks into, a
 * module that somebody has imported before is empty, and its classes are in no list of subclasses.
 */
final class BuiltinModules {
    private static final List<String> OF_EACH_MODULE =
            List.of("__name__", "__doc__", "__loader__", "__package__", "__spec__");

    private final PythonContext context;
    private final Map<TruffleString, PythonModule> modules;

    BuiltinModules(PythonContext context) {
        this.context = context;
        modules = Internals.get(Internals.BUILTIN_MODULES, context);
    }

    /** The names of all of them. */
    List<String> names() {
        return modules.keySet().stream()
                .map(TruffleString::toJavaStringUncached)
                .toList();
    }

    PythonModule module(String name) {
        return modules.get(Internals.text(name));
    }

    /** Takes out and bounds what the table says. */
    void bound(Map<String, BuiltinModuleTable.Entry> table) {
        for (String name : names()) {
            BuiltinModuleTable.Entry entry = table.getOrDefault(name, BuiltinModuleTable.Entry.NONE);
            PythonModule module = module(name);
            if (entry.isTakenOut()) {
                takeOut(name, module);
            } else {
                bound(module, entry);
            }
        }
        takeOutClasses();
        context.getSysModule().setAttribute(Internals.text("builtin_module_names"), Internals.tuple(context, names()));
    }

    private void takeOut(String name, PythonModule module) {
        bound(module, BuiltinModuleTable.Entry.NONE);
        modules.remove(Internals.text(name));
        Internals.forget(context.getSysModules(), name);
    }

    private void bound(PythonModule module, BuiltinModuleTable.Entry entry) {
        if (entry.isWhole()) {
            return;
        }
        if (module.getBuiltins() != null) {
            module.getBuiltins()
                    .setInitialized(true); // GraalPy would set its constants again when it is executed again
        }
        if (entry.others()) {
            entry.names().forEach(name -> module.setAttribute(Internals.text(name), PNone.NO_VALUE));
        } else {
            keepOnly(module, entry.names());
        }
    }

    private void keepOnly(PythonModule module, Set<String> names) {
        Map<TruffleString, Object> kept = new LinkedHashMap<>();
        Stream.concat(OF_EACH_MODULE.stream(), names.stream())
                .map(Internals::text)
                .forEach(name -> {
                    Object value = module.getAttribute(name);
                    if (value != PNone.NO_VALUE) {
                        kept.put(name, value);
                    }
                });
        DynamicObjectLibrary.getUncached()
                .resetShape(module, PythonBuiltinClassType.PythonModule.getInstanceShape(context.getLanguage()));
        kept.forEach(module::setAttribute);
    }

    /** Nobody finds the classes of a module that is taken out: as {@code object.__subclasses__()} lists them otherwise. */
    private void takeOutClasses() {
        for (PythonBuiltinClassType type : PythonBuiltinClassType.VALUES) {
            TruffleString module = type.getPublishInModule();
            if (module == null) {
                module = type.getModuleName();
            }
            if (module != null && !modules.containsKey(module) && !isShared(type)) {
                detach(((Python3Core) context).lookupType(type));
            }
        }
    }

    /** Exceptions and the like, which GraalPy's own code makes. */
    private static boolean isShared(PythonBuiltinClassType type) {
        return type.getBase() != null && isSubclass(type, PythonBuiltinClassType.PBaseException);
    }

    private static boolean isSubclass(PythonBuiltinClassType type, PythonBuiltinClassType base) {
        return type == base || (type.getBase() != null && isSubclass(type.getBase(), base));
    }

    private static void detach(PythonBuiltinClass type) {
        Arrays.stream(type.getBaseClasses()).forEach(base -> Internals.removeSubclass(base, type));
    }
}
