package io.qpy.testing;

/** Hears how tests went, as they end; from several threads, one call at a time. */
@FunctionalInterface
public interface TestListener {
    void finished(TestResult result);
}
