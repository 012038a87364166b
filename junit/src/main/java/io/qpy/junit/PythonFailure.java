package io.qpy.junit;

import io.qpy.testing.TestResult;

/** Why a Python test failed; its stack is one frame, the line of the Python file. */
final class PythonFailure extends AssertionError {
    private static final long serialVersionUID = 1L;

    PythonFailure(TestResult result) {
        super(message(result));
        String path = result.id().file().path().toString();
        String test =
                result.id().name().isEmpty() ? "<module>" : result.id().name().replace("::", ".");
        int line = Math.max(result.line(), result.id().line());
        setStackTrace(new StackTraceElement[] {new StackTraceElement("python", test, path, line)});
    }

    private static String message(TestResult result) {
        StringBuilder text = new StringBuilder(result.reason());
        append(text, "", result.detail());
        append(text, "output:\n", result.output());
        append(text, "qpy says:\n", String.join("\n", result.notices()));
        return text.toString();
    }

    private static void append(StringBuilder text, String heading, String part) {
        if (!part.isBlank()) {
            text.append('\n').append(heading).append(part.stripTrailing());
        }
    }
}
