package io.qpy.cli;

import static io.qpy.cli.OptionMaker.flag;
import static io.qpy.cli.OptionMaker.option;
import static io.qpy.cli.OptionMaker.setter;

import io.qpy.check.Finding;
import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.Notice;
import io.qpy.device.Notices;
import io.qpy.device.console.Console;
import io.qpy.runtime.Interpreter;
import io.qpy.runtime.Outcome;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import io.qpy.runtime.StartupTimes;
import io.qpy.start.Invocation;
import io.qpy.start.Terminal;
import io.qpy.wiring.Clouds;
import io.qpy.wiring.Config;
import io.qpy.wiring.TimeMode;
import io.qpy.wiring.Wiring;
import io.qpy.wiring.WorldTime;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code qpy run}: a script as the device's main program. */
final class RunCommand implements Callable<Integer> {
    private static final int TIMED_OUT = 42;

    private final DeviceOptions options = new DeviceOptions();
    private final StrictCheck check = new StrictCheck();
    private final StoredDevice stored = new StoredDevice();
    private TimeMode time;
    private Duration until;
    private String code;
    private String module;
    private boolean interactive;
    private boolean jit;
    private boolean timeStartup;
    private String file;
    private List<String> arguments;
    private volatile Session session;
    private volatile boolean over; // --until

    private final Invocation invocation;
    private final Terminal terminal;

    RunCommand(Invocation invocation) {
        this.invocation = invocation;
        terminal = invocation.terminal();
    }

    /** The command, with its options. */
    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("run");
        spec.usageMessage()
                .description("Run a script as the device's main program.")
                .footer(
                        "",
                        "Its folder, or that of --dir, is the device's /usr; what it writes there goes to the device's "
                                + "storage, never to the folder.",
                        "",
                        "Examples:",
                        "  qpy run main.py",
                        "  qpy run --fresh --timeout 30s main.py",
                        "  qpy run --net real main.py");
        options.addTo(spec);
        check.addTo(spec);
        stored.addTo(spec);
        ownOptions().forEach(spec::addOption);
        return spec.addPositional(PositionalParamSpec.builder()
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

    private List<OptionSpec> ownOptions() {
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

    @Override
    public Integer call() throws IOException, InterruptedException {
        StartupTimes times = invocation.times();
        times.end("command line");
        stored.in(invocation.folder());
        Program program = program();
        requireTimeOptions();
        if (program.typed()) {
            PromptGuard.check(stored);
        }
        if (options.strict && isRefused(invocation.interpreter(), program)) {
            invocation.interpreter().close();
            return StrictCheck.REFUSED;
        }
        if (interactive) {
            return new Prompting(invocation, options, stored).run(program.script());
        }
        Config config = Config.of(program.folder());
        DeviceStore store = DeviceStore.ofUser();
        Afterword afterword = new Afterword(terminal::say, store.home());
        Notices notices = options.quiet ? Notices.discarding() : new Notices(afterword::say);
        WorldTime world = WorldTime.of(time).seeded(options.seed);
        Clouds clouds = stored.clouds(config, store, notices, world);
        OutputStream output = OutputLimit.of(
                terminal.output(),
                options.output,
                () -> notices.sayOnce(Code.OUTPUT, "the script prints more than it may (--output)"));
        Console console = new Console(terminal.input(), output, terminal.errors());
        Interpreter interpreter = null;
        try (Limits limits = new Limits(options.timeout, () -> halt(program.script()));
                Wiring wiring = new Wiring(options.policy(), config, notices, clouds, store.home())) {
            Device device = wiring.device(stored.flash(store), console);
            Wiring.connect(device);
            times.end("device");
            interpreter = invocation.interpreter();
            if (jit) {
                checkCompiler(interpreter, notices);
            }
            session = invocation.runtime().start(interpreter, device, options.strict);
            Session first = session;
            times.end("modules");
            try {
                Outcome outcome = run(limits, program, device, world);
                times.end("script");
                if (outcome.ending() == Outcome.Ending.TIMED_OUT && over) {
                    return 0;
                }
                explain(outcome, program.script());
                if (!program.typed() && !options.quiet && !options.strict && first == session) {
                    afterword.tell(interpreter, session, program, file, outcome);
                    times.end("afterword");
                }
                return outcome.exitCode();
            } finally {
                session.close();
            }
        } finally {
            if (timeStartup) {
                times.end("switching off");
                times.report().forEach(terminal.errorText()::println);
                if (interpreter != null) {
                    boolean compiles = interpreter.compiles();
                    terminal.errorText()
                            .println(compiles ? "what runs often is compiled" : "nothing is compiled (qpy run --jit)");
                }
            }
        }
    }

    private static void checkCompiler(Interpreter interpreter, Notices notices) {
        if (!interpreter.compiles()) {
            interpreter.close();
            throw new UsageException(
                    Code.JIT,
                    "run: --jit needs JDK 25 or a GraalVM of its age, and this is JDK "
                            + Runtime.version().feature() + ": install one, or name it with QPY_JAVA_HOME");
        }
        notices.say(Code.JIT, "--jit: what runs often is compiled while it runs; the first seconds are slower for it");
    }

    private boolean isRefused(Interpreter interpreter, Program program) {
        List<Finding> findings = check.findings(interpreter, program.script(), program.folder());
        findings.forEach(each -> terminal.say(each.notice()));
        return !findings.isEmpty();
    }

    /** Runs the program, and again each time it restarts the module. */
    private Outcome run(Limits limits, Program program, Device device, WorldTime world) throws IOException {
        endAt(world);
        Outcome outcome = run(limits, program.script(), device.notices());
        while (outcome.ending() == Outcome.Ending.RESTARTED) {
            Optional<Script> next = program.afterRestart(device.flash());
            if (next.isEmpty()) {
                device.notices()
                        .say(Code.NO_MAIN, "there is no /usr/" + program.nameAfterRestart() + " that would run now");
                return outcome;
            }
            session.reset();
            session = invocation.runtime().start(device, options.strict);
            if (over) {
                return outcome;
            }
            outcome = run(limits, next.get(), device.notices());
        }
        return outcome;
    }

    private Outcome run(Limits limits, Script script, Notices notices) {
        HeapLimit heap = HeapLimit.watch(options.heap, session, notices);
        try {
            return limits.run(session, script);
        } finally {
            heap.close();
        }
    }

    /** Ends the run when the device's time has come so far as --until says. */
    private void endAt(WorldTime world) {
        if (until != null) {
            world.at(until, () -> {
                over = true;
                session.expire();
            });
        }
    }

    private void requireTimeOptions() {
        if (until != null && time != TimeMode.virtual) {
            throw new UsageException(
                    Code.USAGE, "run: --until is for --time virtual; --timeout ends a run after this PC's time");
        }
        if (interactive && time == TimeMode.virtual) {
            throw new UsageException(
                    Code.USAGE, "run: -i prompts a person, whose time is real: leave --time virtual out");
        }
    }

    private Program program() throws IOException {
        if (stored.folder == null) {
            Program program = named(invocation.folder());
            stored.folder = program.folder();
            return program;
        }
        Path usr = stored.usr();
        return named(module == null ? invocation.folder() : usr).in(usr, invocation.folder(), String.valueOf(file));
    }

    /** The program as the command line names it; a module is of a folder. */
    private Program named(Path modules) throws IOException {
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
                ? Program.ofInput(invocation.folder(), terminal, arguments)
                : Program.ofFile(invocation.folder(), Path.of(file), arguments);
    }

    private void halt(Script script) {
        invocation.halt(
                Notice.of(Code.TIMEOUT, options.stopped(script.name()) + ", in the middle of one long step"),
                TIMED_OUT);
    }

    private void explain(Outcome outcome, Script script) {
        if (outcome.ending() == Outcome.Ending.TIMED_OUT) {
            String where = outcome.where().isEmpty() ? script.name() : outcome.where();
            terminal.say(Code.TIMEOUT, options.stopped(where));
        }
        if (outcome.ending() == Outcome.Ending.BUG && options.trace) {
            session.bugCause().printStackTrace(terminal.errorText());
        }
    }
}
