package io.qpy.runtime;

import java.util.stream.StreamSupport;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.PolyglotException.StackFrame;
import org.graalvm.polyglot.Value;

/**
 * What has come out of the boot code, which lets nothing of a script's through: an exception that came while it was busy with
 * another, or one of GraalPy's that no {@code except} sees.
 */
final class Failure {
    private static final String HEAD = "Traceback (most recent call last):\n";

    private final PolyglotException thrown;

    Failure(PolyglotException thrown) {
        this.thrown = thrown;
    }

    boolean isKeyboardInterrupt() {
        return kind().equals("KeyboardInterrupt");
    }

    /** Whether qpy's own Java code has thrown it. */
    boolean isBug() {
        return thrown.isHostException();
    }

    /** Whether GraalPy has failed. */
    private boolean isInterpreters() {
        return thrown.isInternalError() && !thrown.isResourceExhausted();
    }

    /** The class of a Python exception; empty for any other. */
    private String kind() {
        Value exception = thrown.isGuestException() ? thrown.getGuestObject() : null;
        Value type = exception == null ? null : exception.getMetaObject();
        return type == null ? "" : type.getMetaSimpleName();
    }

    /** What a traceback says of it. */
    String traceback() {
        String place = place().isEmpty() ? "" : "  File " + place() + "\n";
        if (thrown.isResourceExhausted()) {
            boolean deep = String.valueOf(thrown.getMessage()).contains("Stack");
            return HEAD + place + (deep ? "RuntimeError: " + Faults.TOO_DEEP : "MemoryError: " + Faults.NO_MEMORY)
                    + "\n";
        }
        return switch (kind()) {
            case "MemoryError" -> HEAD + place + "MemoryError: " + Faults.NO_MEMORY + "\n";
            case "RecursionError" -> HEAD + place + "RuntimeError: " + Faults.TOO_DEEP + "\n";
            case "" -> HEAD + place + "RuntimeError: " + Faults.INTERPRETER + "\n";
            default -> HEAD + place + kind() + ": \n";
        };
    }

    /** What the person is told besides; empty where the traceback says it all. */
    String notice() {
        String where = place().replace("\"", "").replace(", line ", ":");
        return isInterpreters()
                ? "the interpreter itself failed" + (where.isEmpty() ? "" : " at " + where) + ": write that differently"
                : "";
    }

    /** {@code "file", line n} of the script; empty where it is in none. */
    private String place() {
        return StreamSupport.stream(thrown.getPolyglotStackTrace().spliterator(), false)
                .filter(frame -> frame.isGuestFrame() && frame.getSourceLocation() != null)
                .filter(frame -> !file(frame).startsWith("<")
                        && !frame.getSourceLocation().getSource().isInternal())
                .findFirst()
                .map(frame -> "\"" + file(frame) + "\", line "
                        + frame.getSourceLocation().getStartLine())
                .orElse("");
    }

    private static String file(StackFrame frame) {
        String name = frame.getSourceLocation().getSource().getName();
        return name.startsWith("/") ? name.substring(1) : name;
    }
}
