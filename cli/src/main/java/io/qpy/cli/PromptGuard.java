package io.qpy.cli;

import io.qpy.device.Code;
import io.qpy.device.flash.Flash;
import io.qpy.repl.Protection;
import java.io.IOException;

/** Keeps commands that do a prompt's work from a device whose prompt is protected. */
final class PromptGuard {
    private PromptGuard() {}

    static void check(StoredDevice device) throws IOException {
        try (Flash flash = device.flash(DeviceStore.ofUser())) {
            check(flash, device.name);
        }
    }

    static void check(Flash flash, String device) {
        if (new Protection(flash).isOn()) {
            throw new UsageException(
                    Code.PROTECTED,
                    Protection.REFUSAL + ": the prompt of the device '" + device
                            + "' is protected (system.replSetEnable); 'qpy device reset " + device
                            + "' erases the device");
        }
    }
}
