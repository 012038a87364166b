package io.qpy.cli;

import io.qpy.start.Invocation;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** {@code qpy repl}: the prompt of a device. */
@Command(
        name = "repl",
        description = "The prompt of a device, on this terminal.",
        footer = {
            "",
            "Ctrl-C interrupts, Ctrl-D resets the device and runs /usr/main.py if there is one, Ctrl-E is paste mode,",
            "Ctrl-A and Ctrl-B the raw and the friendly REPL, Tab completes, Ctrl-X leaves.",
            "Statements from a pipe are run without a prompt; the exit code is that of the last one.",
            "",
            "Examples:",
            "  qpy repl                    the stored device 'default'",
            "  qpy repl --dir .            with the scripts of this folder as /usr",
            "  echo 'import net; net.csqQueryPoll()' | qpy repl"
        })
final class ReplCommand implements Callable<Integer>, SharingCommand {
    private final DeviceOptions options = new DeviceOptions();

    private final StoredDevice stored = new StoredDevice();

    private final Invocation invocation;

    ReplCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public void addShared(CommandSpec spec) {
        options.addTo(spec);
        stored.addTo(spec);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return new Prompting(invocation, options, stored).run(null);
    }
}
