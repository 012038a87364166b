package io.qpy.testing;

import io.qpy.module.Exposed;

/** The host object of {@code _testing.py}. */
final class TestingHost {
    private final FunctionsRun run;
    private Runnable undo; // what a test does to its device's parts

    TestingHost(FunctionsRun run) {
        this.run = run;
    }

    /** Whether a test is to be run. */
    @Exposed
    boolean wanted(String name) {
        return run.wanted(name);
    }

    /** A test begins, at a line of its file. */
    @Exposed
    void begin(String name, int line) {
        run.begin(name, line);
    }

    /** What has run since the last test's end, and was printed and said meanwhile, is of a test of this name. */
    @Exposed
    void adopt(String name, int line) {
        run.adopt(name, line);
    }

    /** What its class needs is there; what is disturbed from now on is the test's own doing. */
    @Exposed
    void disturb() {
        undo = run.bed().device().snapshot();
    }

    /** It disturbs nothing any more. */
    @Exposed
    void calm() {
        if (undo != null) {
            undo.run();
            undo = null;
        }
    }

    /** It has ended; {@code outcome} is a name of {@link TestResult.Outcome}, {@code line} where it failed or 0. */
    @Exposed
    void end(String outcome, String reason, String detail, int line) {
        run.end(TestResult.Outcome.valueOf(outcome), reason, detail, line);
    }
}
