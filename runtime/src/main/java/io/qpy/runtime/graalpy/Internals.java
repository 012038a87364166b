package io.qpy.runtime.graalpy;

import com.oracle.graal.python.builtins.Python3Core;
import com.oracle.graal.python.builtins.objects.dict.PDict;
import com.oracle.graal.python.builtins.objects.type.PythonAbstractClass;
import com.oracle.graal.python.builtins.objects.type.PythonManagedClass;
import com.oracle.graal.python.builtins.objects.type.TypeNodes;
import com.oracle.graal.python.runtime.PythonContext;
import com.oracle.graal.python.runtime.object.PFactory;
import com.oracle.truffle.api.strings.TruffleString;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

/** The members of GraalPy's that it keeps to itself and that this package needs. */
final class Internals {
    static final Field BUILTIN_MODULES = field(Python3Core.class, "builtinModules");

    /** The folders of GraalPy's library. */
    static final List<Field> HOMES = Stream.of(
                    "langHome", "coreHome", "stdLibHome", "capiHome", "sysPrefix", "basePrefix")
            .map(name -> field(PythonContext.class, name))
            .toList();

    private static final Method REMOVE_SUBCLASS = method(
            TypeNodes.GetSubclassesNode.class, "removeSubclass", PythonAbstractClass.class, PythonManagedClass.class);

    private Internals() {}

    static TruffleString text(String text) {
        return TruffleString.fromJavaStringUncached(text, TruffleString.Encoding.UTF_32);
    }

    static Object tuple(PythonContext context, List<String> texts) {
        return PFactory.createTuple(
                context.getLanguage(), texts.stream().map(Internals::text).toArray());
    }

    /** Removes an entry of a dictionary if it is there. */
    static void forget(PDict dictionary, String key) {
        if (dictionary.getItem(text(key)) != null) {
            dictionary.delItem(text(key));
        }
    }

    static void removeSubclass(PythonAbstractClass base, PythonManagedClass subclass) {
        call(REMOVE_SUBCLASS, null, base, subclass);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <T> T get(Field field, Object object) {
        try {
            return (T) field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    static void set(Field field, Object object, Object value) {
        try {
            field.set(object, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    static Object call(Method method, Object receiver, Object... arguments) {
        try {
            return method.invoke(receiver, arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static Field field(Class<?> owner, String name) {
        try {
            Field field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw otherGraalPy(e);
        }
    }

    static Method method(Class<?> owner, String name, Class<?>... parameters) {
        try {
            Method method = owner.getDeclaredMethod(name, parameters);
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException e) {
            throw otherGraalPy(e);
        }
    }

    private static IllegalStateException otherGraalPy(Exception cause) {
        return new IllegalStateException("this is not the GraalPy that qpy is pinned to", cause);
    }
}
