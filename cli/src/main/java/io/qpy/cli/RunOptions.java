package io.qpy.cli;

import static io.qpy.cli.OptionMaker.flag;
import static io.qpy.cli.OptionMaker.option;
import static io.qpy.cli.OptionMaker.setter;

import io.qpy.device.Code;
import io.qpy.start.Invocation;
import io.qpy.wiring.TimeMode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The options of {@code qpy run} that no other command has: which program, in which time, and what is told of it. */
final class RunOptions {
    TimeMode time;
    Duration until; // null without --until
    boolean interactive;
    boolean watch;
    boolean jit;
    boolean timeStartup;
    String file; // null for -c and -m
    private String code;
    private String module;
    private List<String> arguments;

    void addTo(CommandSpec spec) {
        options().forEach(spec::addOption);
        spec.addPositional(PositionalParamSpec.builder()
                        .index("0")
                        .arity("0..1")
                        .paramLabel("FILE.py")
                        .type(String.class)
                        .setter(setter((String value) -> file = value))
                        .description("The script; - for one that comes on standard input.")
                        .build())
                .addPositional(PositionalParamSpec.builder()
                        .index("1..*")
                        .arity("0..*")
                        .paramLabel("ARG")
                        .type(List.class)
                        .initialValue(List.of())
                        .auxiliaryTypes(String.class)
                        .setter(setter((List<String> value) -> arguments = value))
                        .description("Its arguments, sys.argv[1:].")
                        .build());
    }

    private List<OptionSpec> options() {
        return List.of(
                option("--time", "MODE", TimeMode.class, value -> time = value)
                        .defaultValue("real")
                        .description(
                                "real: this PC's (default). virtual: when every thread waits, time jumps to what is "
                                        + "due next.")
                        .build(),
                option("--until", "TIME", Duration.class, value -> until = value)
                        .converters(new DeviceOptions.TimeConverter())
                        .description("With --time virtual: end the run after so much of the device's time, for "
                                + "instance 24h.")
                        .build(),
                option("-c", "CODE", String.class, value -> code = value)
                        .description("The program itself, in place of FILE.py.")
                        .build(),
                option("-m", "MODULE", String.class, value -> module = value)
                        .description("A module of this folder, in place of FILE.py.")
                        .build(),
                flag("-i", value -> interactive = value, "Prompt when the script has ended."),
                flag(
                        "--watch",
                        value -> watch = value,
                        "Run it again when a file of its folder changes, until Ctrl-C; what the device stores stays, "
                                + "but for --fresh."),
                flag(
                        "--no-standby",
                        value -> {}, // the launcher acts on it
                        "Do not use the standby process; start a Java of its own."),
                flag(
                        "--jit",
                        value -> jit = value,
                        "Compile what runs often: for long computations; JDK 25 or GraalVM. It starts slower."),
                flag(
                        "--time-startup",
                        value -> timeStartup = value,
                        "Show on stderr where the time went, and whether scripts are compiled."));
    }

    /** Refuses options that exclude each other. */
    void require() {
        if (until != null && time != TimeMode.virtual) {
            throw new UsageException(
                    Code.USAGE, "run: --until is for --time virtual; --timeout ends a run after this PC's time");
        }
        if (watch && (interactive || code != null || "-".equals(file))) {
            throw new UsageException(
                    Code.USAGE,
                    "run: --watch is for a script in a file, without -i: there is nothing else that changes");
        }
        if (interactive && time == TimeMode.virtual) {
            throw new UsageException(
                    Code.USAGE, "run: -i prompts a person, whose time is real: leave --time virtual out");
        }
    }

    /** What the command line names; the device's folder, if none is named, is the program's. */
    Program program(Invocation invocation, StoredDevice stored) throws IOException {
        if (stored.folder == null) {
            Program program = named(invocation, invocation.folder());
            stored.folder = program.folder();
            return program;
        }
        Path usr = stored.usr();
        return named(invocation, module == null ? invocation.folder() : usr)
                .in(usr, invocation.folder(), String.valueOf(file));
    }

    /** A module is one of a folder's. */
    private Program named(Invocation invocation, Path modules) throws IOException {
        List<String> all = new ArrayList<>(arguments);
        if (file != null && (code != null || module != null)) {
            all.add(0, file);
        }
        if (code != null) {
            return Program.ofCode(invocation.folder(), code, all);
        }
        if (module != null) {
            return Program.ofModule(modules, module, all);
        }
        if (file == null) {
            throw new UsageException(
                    Code.USAGE, "run: name a script, for instance main.py ('qpy help run' shows what there is)");
        }
        return file.equals("-")
                ? Program.ofInput(invocation.folder(), invocation.terminal(), arguments)
                : Program.ofFile(invocation.folder(), Path.of(file), arguments);
    }
}
