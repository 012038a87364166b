package io.qpy.cli;

import io.qpy.device.Device;
import io.qpy.runtime.Outcome;
import io.qpy.runtime.QpyRuntime;
import io.qpy.runtime.Script;
import io.qpy.sandbox.Sandbox;
import io.qpy.start.Terminal;
import io.qpy.start.Warmth;
import io.qpy.wiring.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code qpy doctor}: whether this PC has what qpy needs, and what makes the next run quick. */
@Command(
        name = "doctor",
        description = "Check that this PC has what qpy needs, and say what it found and how the next run starts.")
final class DoctorCommand implements Callable<Integer> {
    private final Terminal terminal;
    private boolean healthy = true;

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        report("Java", true, System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        checkStorage(DeviceStore.ofUser());
        checkEngine();
        checkSandbox();
        Warmth warmth = new Warmth();
        report("class archive", true, warmth.archive());
        report("standby process", true, warmth.standby());
        return healthy ? 0 : 1;
    }

    private void checkStorage(DeviceStore store) {
        Path flash = store.flash("default");
        Path existing = flash;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        boolean writable = existing != null && Files.isWritable(existing);
        report(
                "device storage",
                writable,
                flash + (writable ? "" : " cannot be written: set QPY_HOME to a folder of yours"));
    }

    private void checkEngine() {
        Outcome outcome = new QpyRuntime(Modules.all())
                .run(
                        Script.of("doctor", "import log, umqtt, request"),
                        Device.builder().build());
        boolean runs = outcome.exitCode() == 0;
        report("engine", runs, runs ? "a script runs" : "a script fails: " + outcome);
    }

    private void checkSandbox() {
        try (Sandbox sandbox = Sandbox.create()) {
            report(
                    "sandbox",
                    true,
                    "MQTT on 127.0.0.1:" + sandbox.mqtt().address().getPort());
        }
    }

    private void report(String what, boolean fine, String found) {
        healthy &= fine;
        terminal.print((fine ? "ok    " : "FAIL  ") + what + ": " + found);
    }
}
