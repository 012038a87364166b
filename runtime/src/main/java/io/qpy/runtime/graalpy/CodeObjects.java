package io.qpy.runtime.graalpy;

import com.oracle.graal.python.PythonLanguage;
import com.oracle.graal.python.builtins.PythonBuiltinClassType;
import com.oracle.graal.python.builtins.objects.PNone;
import com.oracle.graal.python.builtins.objects.code.PCode;
import com.oracle.graal.python.builtins.objects.dict.PDict;
import com.oracle.graal.python.builtins.objects.function.PBuiltinFunction;
import com.oracle.graal.python.builtins.objects.method.PBuiltinMethod;
import com.oracle.graal.python.builtins.objects.module.PythonModule;
import com.oracle.graal.python.builtins.objects.type.slots.TpSlotVarargs.TpSlotVarargsBuiltin;
import com.oracle.graal.python.nodes.object.GetOrCreateDictNode;
import com.oracle.graal.python.runtime.PythonContext;
import com.oracle.graal.python.runtime.object.PFactory;
import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.strings.TruffleString;
import java.lang.reflect.Field;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Code objects come from the compiler alone. GraalPy runs bytes that a script has put into one without a look at them: a
 * fault inside the interpreter.
 */
final class CodeObjects {
    private static final Field TARGET_INDEX = Internals.field(TpSlotVarargsBuiltin.class, "callTargetIndex");

    /** Where {@code code.replace} has the flags. */
    private static final int FLAGS = 6;

    /** The flag that makes a generator awaitable; {@code dialect/tree.py} sets it. */
    private static final int ITERABLE_COROUTINE = 0x100;

    private CodeObjects() {}

    static void shut(PythonContext context) {
        PythonLanguage language = context.getLanguage();
        shutConstructor(language);
        PDict members = GetOrCreateDictNode.executeUncached(context.lookupType(PythonBuiltinClassType.PCode));
        Internals.forget(members, "__new__");
        PBuiltinFunction replace = (PBuiltinFunction) members.getItem(Internals.text("replace"));
        members.setItem(replace.getName(), guarded(language, replace, CodeObjects::setsTheFlagAlone));
    }

    /** {@code _imp.get_frozen_object} makes code of bytes, its last argument; the library gives it none. */
    static void shutFrozen(PythonContext context, PythonModule imp) {
        TruffleString name = Internals.text("get_frozen_object");
        if (imp.getAttribute(name) instanceof PBuiltinMethod method) {
            PBuiltinFunction real = method.getBuiltinFunction();
            imp.setAttribute(
                    name,
                    PFactory.createBuiltinMethod(
                            context.getLanguage(),
                            imp,
                            guarded(
                                    context.getLanguage(),
                                    real,
                                    arguments -> arguments.at(arguments.count() - 1) instanceof PNone)));
        }
    }

    private static PBuiltinFunction guarded(
            PythonLanguage language, PBuiltinFunction real, Predicate<Guard.Arguments> allowed) {
        return PFactory.createBuiltinFunction(
                language,
                real.getName(),
                real.getEnclosingType(),
                real.getDefaults(),
                real.getKwDefaults(),
                real.getFlags(),
                Guard.before(language, real.getCallTarget(), allowed));
    }

    private static void shutConstructor(PythonLanguage language) {
        var slot = (TpSlotVarargsBuiltin<?>)
                PythonBuiltinClassType.PCode.getSlots().tp_new();
        int index = Internals.<Integer>get(TARGET_INDEX, slot);
        RootCallTarget real = language.getBuiltinSlotCallTarget(index);
        language.setBuiltinSlotCallTarget(index, Guard.before(language, real, arguments -> false));
    }

    private static boolean setsTheFlagAlone(Guard.Arguments arguments) {
        return arguments.at(0) instanceof PCode code
                && arguments.at(FLAGS) instanceof Integer flags
                && flags == (code.co_flags() | ITERABLE_COROUTINE)
                && IntStream.range(1, arguments.count())
                        .allMatch(place -> place == FLAGS || arguments.at(place) instanceof PNone);
    }
}
