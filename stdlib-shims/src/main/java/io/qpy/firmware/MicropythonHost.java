package io.qpy.firmware;

import io.qpy.module.Callback;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;

/** The host object of {@code micropython}. */
final class MicropythonHost {
    private final ModuleContext context;

    MicropythonHost(ModuleContext context) {
        this.context = context;
    }

    @Exposed
    void interruptCharacter(int character) {
        context.device().input().interruptCharacter(character);
    }

    /** Has a function called by the device thread of callbacks. */
    @Exposed
    void schedule(Callback function) {
        context.callbacks().post(function);
    }
}
