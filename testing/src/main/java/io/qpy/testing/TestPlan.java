package io.qpy.testing;

import io.qpy.wiring.Policy;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How tests are run.
 *
 * @param policy what devices reach
 * @param usr the folder that is the devices' {@code /usr}; null for the test files' own
 * @param selection which of them
 * @param limit how long one test may take
 * @param jobs how many files are run at a time
 * @param maxFailures after how many failures no more files are begun
 * @param strict whether a script that the module would refuse is refused here too
 * @param output where what devices print is shown at once
 */
public record TestPlan(
        Policy policy,
        Path usr,
        Selection selection,
        Duration limit,
        int jobs,
        int maxFailures,
        boolean strict,
        OutputStream output) {
    public TestPlan {
        if (jobs < 1 || maxFailures < 1) {
            throw new IllegalArgumentException("at least one");
        }
    }

    /** The folder that is {@code /usr} for a test file. */
    Path usr(TestFile file) {
        return usr == null ? file.folder() : usr.toAbsolutePath().normalize();
    }

    /** The limit, as messages have it. */
    String limitText() {
        return limit.toMillis() / 1000.0 + " s";
    }
}
