package io.qpy.runtime;

import io.qpy.device.DeviceError;
import io.qpy.device.flash.FlashErrors;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/**
 * Decides what becomes of a Java exception at the seam: the Python exception that it stands for, or a fault of qpy's own, which
 * ends the run with exit code 70. This is the only place that decides it.
 *
 * <p>A host method says with {@link DeviceError} what its caller got wrong. Java says the same of arguments with a few exceptions
 * of its own; those count as the caller's where an argument was of a kind that explains them, and as a fault otherwise.
 */
final class Faults {
    static final String TOO_DEEP = "maximum recursion depth exceeded";
    static final String NO_MEMORY = "memory allocation failed";

    /** What a script is told where GraalPy itself has failed. */
    static final String INTERPRETER = "the interpreter failed here; write it differently";

    private final Marshal marshal;

    Faults(Marshal marshal) {
        this.marshal = marshal;
    }

    /** Raises what it becomes; never returns. */
    RuntimeException raise(String where, Throwable thrown, Value... given) {
        if (thrown instanceof DeviceError error) {
            return marshal.raise(error.pythonType(), error.arguments());
        }
        if (thrown instanceof PolyglotException python) {
            return ofPython(python);
        }
        if (thrown instanceof IOException failed) {
            return marshal.raise("OSError", List.of(FlashErrors.errno(failed).code()));
        }
        if (thrown instanceof StackOverflowError) {
            return marshal.raise("RecursionError", List.of(TOO_DEEP));
        }
        if (thrown instanceof OutOfMemoryError) {
            return marshal.raise("MemoryError", List.of(NO_MEMORY));
        }
        if (isWrongKind(thrown, given)) {
            return marshal.raise("TypeError", List.of("can't convert '" + kind(given) + "' object to str implicitly"));
        }
        if (isWrongValue(thrown)) {
            return marshal.raise("ValueError", List.of("invalid argument"));
        }
        marshal.bugs().record(where, thrown);
        return marshal.raise("RuntimeError", List.of("a bug in qpy: " + where));
    }

    /** A script's own exception passes, and so does the end of the interpreter. */
    private RuntimeException ofPython(PolyglotException e) {
        if (e.isResourceExhausted()) {
            boolean deep = String.valueOf(e.getMessage()).contains("Stack");
            return marshal.raise(deep ? "RecursionError" : "MemoryError", List.of(deep ? TOO_DEEP : NO_MEMORY));
        }
        return e.isInternalError() ? marshal.raise("RuntimeError", List.of(INTERPRETER)) : e;
    }

    /** None where there must be something; a list with something else in it than is wanted. */
    private static boolean isWrongKind(Throwable thrown, Value... given) {
        if (thrown instanceof NullPointerException) {
            return Arrays.stream(given).anyMatch(each -> each.isNull() || isComposite(each));
        }
        return thrown instanceof ClassCastException && given.length > 0;
    }

    private static String kind(Value... given) {
        boolean none = Arrays.stream(given).anyMatch(Value::isNull);
        return none ? "NoneType" : Arrays.stream(given).anyMatch(Value::hasHashEntries) ? "dict" : "list";
    }

    private static boolean isComposite(Value value) {
        return value.hasArrayElements() || value.hasHashEntries();
    }

    /** What Java's own library throws of a number or a text that it cannot use. */
    private static boolean isWrongValue(Throwable thrown) {
        return thrown instanceof IllegalArgumentException
                || thrown instanceof DateTimeException
                || thrown instanceof ArithmeticException
                || thrown instanceof NegativeArraySizeException
                || thrown instanceof IndexOutOfBoundsException;
    }
}
