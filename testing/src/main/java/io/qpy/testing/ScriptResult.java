package io.qpy.testing;

import io.qpy.runtime.Outcome;
import java.util.List;

/**
 * How a script on a {@link QpyDevice} ended.
 *
 * @param outcome what ended it, and the exit code that {@code qpy run} would have
 * @param output what the device printed and logged, tracebacks too; of more than 1 MB the beginning
 * @param notices what qpy said to the person
 */
public record ScriptResult(Outcome outcome, String output, List<String> notices) {
    public ScriptResult {
        notices = List.copyOf(notices);
    }

    public int exitCode() {
        return outcome.exitCode();
    }
}
