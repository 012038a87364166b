package io.qpy.runtime;

import io.qpy.device.DeviceError;
import io.qpy.module.Callback;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/**
 * Turns the arguments of one call from Python's values into what the method takes. A value that does not fit is refused
 * before anything of it is converted, with MicroPython's exception and text.
 */
final class Arguments {
    private static final double TWO_TO_63 = 0x1p63;

    private final Marshal marshal;

    Arguments(Marshal marshal) {
        this.marshal = marshal;
    }

    Object[] of(Method method, Value... given) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length != given.length) {
            throw DeviceError.of(
                    "TypeError",
                    method.getName() + "() takes " + types.length + " arguments, " + given.length + " given");
        }
        Object[] converted = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            converted[i] = of(types[i], given[i]);
        }
        return converted;
    }

    private Object of(Class<?> type, Value value) {
        try {
            return type.isPrimitive() ? primitive(type, value) : object(type, value);
        } catch (UnsupportedOperationException | IndexOutOfBoundsException | ClassCastException e) {
            throw refused("can't convert '%s' object", value); // it changed meanwhile
        }
    }

    private Object primitive(Class<?> type, Value value) {
        if (type == boolean.class) {
            if (!value.isBoolean()) {
                throw refused("can't convert %s to bool", value);
            }
            return value.asBoolean();
        }
        Number number = number(type, value);
        if (type == double.class) {
            return number.doubleValue();
        }
        return type == int.class ? (Object) Math.toIntExact(number.longValue()) : (Object) number.longValue();
    }

    /** A number that fits the type. */
    private static Number number(Class<?> type, Value value) {
        if (value.isBoolean()) {
            return value.asBoolean() ? 1 : 0;
        }
        boolean fits = type == int.class ? value.fitsInInt() : value.fitsInLong();
        if (fits) {
            return value.asLong();
        }
        if (value.fitsInBigInteger() && type != double.class) {
            throw DeviceError.of("OverflowError", "overflow converting long int to machine word");
        }
        if (value.fitsInBigInteger()) {
            return value.asBigInteger();
        }
        if (!value.fitsInDouble() || type == int.class) {
            throw refused(type == double.class ? "can't convert %s to float" : "can't convert %s to int", value);
        }
        return type == double.class ? value.asDouble() : (Number) whole(value.asDouble());
    }

    /** What a facade has computed, in seconds for instance. */
    private static long whole(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw DeviceError.of(
                    "ValueError", Double.isNaN(value) ? "can't convert NaN to int" : "can't convert inf to int");
        }
        if (Math.abs(value) >= TWO_TO_63) {
            throw DeviceError.of("OverflowError", "overflow converting long int to machine word");
        }
        return (long) value;
    }

    private Object object(Class<?> type, Value value) {
        if (value.isNull()) {
            return null;
        }
        if (type == String.class && !value.isString()) {
            throw refused("can't convert '%s' object to str implicitly", value);
        }
        if (type == byte[].class && !value.hasBufferElements()) {
            throw refused("object with buffer protocol required", value);
        }
        if (type == Callback.class && !value.canExecute()) {
            throw refused("'%s' object isn't callable", value);
        }
        if (type == Map.class && !value.hasHashEntries()) {
            throw refused("'%s' object isn't a dict", value);
        }
        if (type == List.class && !value.hasArrayElements()) {
            throw refused("'%s' object isn't a tuple or list", value);
        }
        return cast(type, marshal.toJava(value), value);
    }

    private static Object cast(Class<?> type, Object converted, Value value) {
        if (!type.isInstance(converted)) {
            throw refused("can't convert '%s' object", value);
        }
        return converted;
    }

    private static DeviceError refused(String text, Value value) {
        return DeviceError.of("TypeError", text.replace("%s", kind(value)));
    }

    /** The name of a value's class. */
    private static String kind(Value value) {
        if (value.isNull()) {
            return "NoneType";
        }
        if (value.isNumber()) { // Its class may be one of Java's.
            return value.fitsInBigInteger() ? "int" : "float";
        }
        try {
            Value type = value.isString() || value.isBoolean() ? null : value.getMetaObject();
            return type != null ? type.getMetaSimpleName() : value.isString() ? "str" : "object";
        } catch (PolyglotException | UnsupportedOperationException e) {
            return "object";
        }
    }
}
