package io.qpy.testing;

import java.time.Duration;

/**
 * How tests are run.
 *
 * @param limit how long one test may take
 * @param jobs how many files are run at a time
 * @param maxFailures after how many failures no more files are begun
 * @param strict whether a script that the module would refuse is refused here too
 */
public record TestPlan(Duration limit, int jobs, int maxFailures, boolean strict) {
    public TestPlan {
        if (jobs < 1 || maxFailures < 1) {
            throw new IllegalArgumentException("at least one");
        }
    }
}
