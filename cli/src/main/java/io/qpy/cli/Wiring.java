package io.qpy.cli;

import io.qpy.device.Console;
import io.qpy.device.Device;
import io.qpy.device.Flash;
import io.qpy.device.HostTable;
import io.qpy.device.Modem;
import io.qpy.device.Notices;
import io.qpy.sandbox.Sandbox;

/** Puts a device together: the one place where device, configuration and sandbox meet. */
final class Wiring {
    private final DeviceOptions options;
    private final Config config;
    private final Terminal terminal;

    Wiring(DeviceOptions options, Config config, Terminal terminal) {
        this.options = options;
        this.config = config;
        this.terminal = terminal;
    }

    /** What qpy says while a script runs, unless it is to be quiet. */
    Notices notices() {
        return options.quiet ? Notices.discarding() : new Notices(terminal::say);
    }

    Device device(Flash flash, Console console, Notices notices, Sandbox sandbox) {
        return Device.builder()
                .console(console)
                .flash(flash)
                .modem(new Modem(config.identity(), config.modem()))
                .hosts(hosts(sandbox))
                .notices(notices)
                .build();
    }

    private HostTable hosts(Sandbox sandbox) {
        return switch (options.net) {
            case sim -> new SandboxHosts(sandbox, config.hosts());
            case real -> HostTable.real();
            case off -> HostTable.none();
        };
    }
}
