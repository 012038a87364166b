package io.qpy.testing;

/** Hears how tests go; from several threads, one call at a time. */
@FunctionalInterface
public interface TestListener {
    void finished(TestResult result);

    /** A test begins. One that cannot begin, or is none, is only {@linkplain #finished finished}. */
    default void started(TestId test) {}
}
