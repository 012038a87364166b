package io.qpy.cli;

import io.qpy.device.Code;
import io.qpy.start.Terminal;
import io.qpy.wiring.Nearest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code qpy device}: the stored devices. */
@Command(
        name = "device",
        description = "List the stored devices and their files, or erase one.",
        footer = {"", "Examples:", "  qpy device ls", "  qpy device reset default"})
final class DeviceCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final DeviceStore store = DeviceStore.ofUser();

    DeviceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        return ls();
    }

    @Command(description = "List the stored devices and the files on each.")
    int ls() throws IOException {
        List<String> names = store.names();
        if (names.isEmpty()) {
            terminal.say(
                    Code.NO_DEVICE, "no device has stored anything yet; 'qpy run FILE.py' uses the device 'default'");
        }
        for (String name : names) {
            terminal.print(name);
            for (String file : store.files(name)) {
                terminal.print("  " + file);
            }
        }
        return 0;
    }

    @Command(description = "Erase a device, as a reflash erases a module; the prompt's protection goes with it.")
    int reset(@Parameters(paramLabel = "NAME", description = "The device.") String name) throws IOException {
        if (!store.names().contains(name)) {
            throw new UsageException(
                    Code.NO_DEVICE, "no device '" + name + "' is stored" + Nearest.hint(name, store.names()));
        }
        for (String file : store.files(name)) {
            terminal.print("erased " + file);
        }
        store.reset(name);
        terminal.print("device '" + name + "' is as new");
        return 0;
    }
}
