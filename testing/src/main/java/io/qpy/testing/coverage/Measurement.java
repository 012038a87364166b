package io.qpy.testing.coverage;

import io.qpy.module.DeviceModule;
import io.qpy.runtime.QpyRuntime;
import io.qpy.runtime.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** Whether and where it is recorded what of the scripts has run. */
public final class Measurement {
    private static final String MODULE = "_coverage";

    private final Coverage coverage;

    private Measurement(Coverage coverage) {
        this.coverage = coverage;
    }

    public static Measurement none() {
        return new Measurement(null);
    }

    public static Measurement into(Coverage coverage) {
        return new Measurement(coverage);
    }

    /**
     * A runtime with what marks the scripts.
     *
     * @param usr the folder that is the device's
     * @param isTest whether a file is one of tests, which are not measured
     */
    public QpyRuntime measuring(QpyRuntime runtime, Path usr, Predicate<Path> isTest) {
        return coverage == null
                ? runtime
                : runtime.with(List.of(DeviceModule.of(
                        MODULE, Measurement.class, context -> new CoverageHost(coverage, usr, isTest))));
    }

    /** Begins, in a session of such a runtime. */
    public void begin(Session session) {
        if (coverage != null) {
            session.load(MODULE);
        }
    }
}
