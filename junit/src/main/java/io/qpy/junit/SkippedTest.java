package io.qpy.junit;

import io.qpy.testing.TestResult;

/** Why a Python test was not run, or not to its end. */
final class SkippedTest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SkippedTest(TestResult result) {
        super(result.reason(), null, false, false);
    }
}
