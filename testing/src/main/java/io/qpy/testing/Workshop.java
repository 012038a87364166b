package io.qpy.testing;

import io.qpy.runtime.QpyRuntime;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;

/**
 * What every file's run needs.
 *
 * @param runtime the modules that devices have
 * @param plan how tests are run
 * @param timer for deadlines
 * @param listener hears of results
 * @param enough whether no more tests are to begin
 */
record Workshop(
        QpyRuntime runtime,
        TestPlan plan,
        ScheduledExecutorService timer,
        TestListener listener,
        BooleanSupplier enough) {}
