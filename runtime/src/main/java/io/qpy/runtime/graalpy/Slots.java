package io.qpy.runtime.graalpy;

import com.oracle.graal.python.builtins.PythonBuiltinClassType;
import com.oracle.graal.python.builtins.objects.type.TpSlots;
import com.oracle.graal.python.builtins.objects.type.TpSlots.TpSlotMeta;
import com.oracle.graal.python.builtins.objects.type.slots.TpSlot;
import java.lang.reflect.Field;

/** Puts a slot of our own into a built-in class of GraalPy's; before the first engine, as GraalPy compiles them in. */
final class Slots {
    private Slots() {}

    static void set(PythonBuiltinClassType type, TpSlotMeta which, TpSlot slot) {
        TpSlots changed = TpSlots.newBuilder().set(which, slot).build();
        try {
            for (String name : new String[] {"declaredSlots", "slots"}) {
                Field field = PythonBuiltinClassType.class.getDeclaredField(name);
                field.setAccessible(true);
                TpSlots before = (TpSlots) field.get(type);
                field.set(type, before.copy().overrideIgnoreGroups(changed).build());
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("another GraalPy than qpy is built for", e);
        }
    }
}
