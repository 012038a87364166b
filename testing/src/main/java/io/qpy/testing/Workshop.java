package io.qpy.testing;

import io.qpy.runtime.QpyRuntime;
import io.qpy.testing.coverage.Measurement;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;

/**
 * What every file's run needs.
 *
 * @param runtime the modules that devices have
 * @param plan how tests are run
 * @param coverage what of the scripts has run
 * @param timer for deadlines
 * @param listener hears of results
 * @param enough whether no more tests are to begin
 */
record Workshop(
        QpyRuntime runtime,
        TestPlan plan,
        Measurement coverage,
        ScheduledExecutorService timer,
        TestListener listener,
        BooleanSupplier enough) {}
