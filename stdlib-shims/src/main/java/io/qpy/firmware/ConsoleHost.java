package io.qpy.firmware;

import io.qpy.device.Device;
import io.qpy.module.Exposed;
import java.io.IOException;
import java.util.Arrays;

/** The host object of {@code usys}' console. */
final class ConsoleHost {
    private final Device device;

    ConsoleHost(Device device) {
        this.device = device;
    }

    /** At most so many bytes, at least one; none at the end of the input. */
    @Exposed
    byte[] read(int most) throws IOException {
        byte[] bytes = new byte[most];
        return Arrays.copyOf(bytes, Math.max(0, device.input().read(bytes, 0, most)));
    }

    /** Whether there is something to read within so many milliseconds; less than 0 for ever. */
    @Exposed
    boolean awaitInput(int millis) {
        return device.input().await(millis);
    }
}
