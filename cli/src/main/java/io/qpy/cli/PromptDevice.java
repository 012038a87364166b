package io.qpy.cli;

import io.qpy.device.Console;
import io.qpy.device.Device;
import io.qpy.device.Notices;
import io.qpy.runtime.QpyRuntime;
import io.qpy.wiring.Config;
import io.qpy.wiring.Wiring;
import io.qpy.wiring.WorldTime;
import java.io.IOException;
import java.util.function.Consumer;

/** A stored device with everything around it, for a command that prompts; closing it switches the device off. */
record PromptDevice(DeviceStore store, Notices notices, Wiring wiring, Device device, QpyRuntime runtime)
        implements AutoCloseable {
    /** Switches the device on; {@code say} shows a line of qpy's own. */
    static PromptDevice of(
            Invocation invocation, DeviceOptions options, StoredDevice stored, Consumer<String> say, Console console)
            throws IOException {
        stored.in(invocation.folder());
        Notices notices = options.quiet ? Notices.discarding() : new Notices(say);
        DeviceStore store = DeviceStore.ofUser();
        Config config = Config.of(stored.configuredFrom());
        Wiring wiring = new Wiring(
                options.policy(),
                config,
                notices,
                stored.clouds(config, store, notices, WorldTime.real()),
                store.home());
        Device device = wiring.device(stored.flash(store), console);
        return new PromptDevice(store, notices, wiring, device, invocation.runtime());
    }

    @Override
    public void close() {
        device.close();
        wiring.close();
    }
}
