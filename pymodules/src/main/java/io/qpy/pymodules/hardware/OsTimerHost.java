package io.qpy.pymodules.hardware;

import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;

/** The host object of {@code osTimer}. */
public final class OsTimerHost {
    private final ModuleContext context;

    public OsTimerHost(ModuleContext context) {
        this.context = context;
    }

    @Exposed
    TimerHost timer() {
        return new TimerHost(context, context.device().board().timers().timer());
    }
}
