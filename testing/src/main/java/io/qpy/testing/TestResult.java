package io.qpy.testing;

import java.time.Duration;
import java.util.List;

/**
 * How one test went.
 *
 * @param id which test
 * @param line the line of its file where it failed, from 1; 0 where there is none
 * @param outcome how it ended
 * @param reason one line: why it failed or was skipped; empty for one that passed
 * @param detail what helps to understand a failure: a diff, a traceback; empty, or lines that end with a newline
 * @param output what the device printed meanwhile
 * @param notices what qpy said meanwhile
 * @param time how long it took
 */
public record TestResult(
        TestId id,
        int line,
        Outcome outcome,
        String reason,
        String detail,
        String output,
        List<String> notices,
        Duration time) {
    /** How a test ended. */
    public enum Outcome {
        PASSED,
        /** What it checked was not so. */
        FAILED,
        /** It could not be run, or not to its end. */
        ERROR,
        SKIPPED;

        /** Whether the run as a whole has failed for it. */
        public boolean isFailure() {
            return this == FAILED || this == ERROR;
        }
    }

    public TestResult {
        notices = List.copyOf(notices);
    }
}
