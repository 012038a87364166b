package io.qpy.cli;

import io.qpy.check.Finding;
import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.Notice;
import io.qpy.device.Notices;
import io.qpy.device.console.Console;
import io.qpy.runtime.Interpreter;
import io.qpy.runtime.Outcome;
import io.qpy.runtime.Script;
import io.qpy.runtime.StartupTimes;
import io.qpy.start.Invocation;
import io.qpy.start.Terminal;
import io.qpy.wiring.Clouds;
import io.qpy.wiring.Config;
import io.qpy.wiring.Wiring;
import io.qpy.wiring.WorldTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code qpy run}: a script as the device's main program. */
final class RunCommand implements Callable<Integer> {
    private static final int TIMED_OUT = 42;

    private final DeviceOptions options = new DeviceOptions();
    private final StrictCheck check = new StrictCheck();
    private final StoredDevice stored = new StoredDevice();
    private final RunOptions own = new RunOptions();
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
                        "  qpy run --net real main.py",
                        "  qpy run --watch main.py     again after each change");
        options.addTo(spec);
        check.addTo(spec);
        stored.addTo(spec);
        own.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        StartupTimes times = invocation.times();
        times.end("command line");
        stored.in(invocation.folder());
        Program program = own.program(invocation, stored);
        own.require();
        if (program.typed()) {
            PromptGuard.check(stored);
        }
        if (own.watch) {
            return new RunWatch(invocation, program.folder(), program.script().name(), this::runAnew).run();
        }
        Round round = Round.of(invocation);
        if (options.strict && isRefused(round.interpreter(), program)) {
            invocation.end(round.interpreter());
            return StrictCheck.REFUSED;
        }
        if (own.interactive) {
            return new Prompting(invocation, options, stored).run(program.script());
        }
        return run(program, times, round);
    }

    /** One of several runs of a call. */
    private int runAnew(Round round) throws IOException {
        Program program = own.program(invocation, stored);
        boolean refused = options.strict && isRefused(round.interpreter(), program);
        return refused ? StrictCheck.REFUSED : run(program, StartupTimes.sinceNow(), round);
    }

    private int run(Program program, StartupTimes times, Round round) throws IOException {
        Config config = Config.of(program.folder());
        DeviceStore store = DeviceStore.ofUser();
        Afterword afterword = new Afterword(terminal::say, store.home());
        Notices notices = options.quiet ? Notices.discarding() : new Notices(afterword::say);
        WorldTime world = WorldTime.of(own.time).seeded(options.seed);
        Clouds clouds = stored.clouds(config, store, notices, world);
        Interpreter interpreter = null;
        try (Limits limits = new Limits(options.timeout, () -> halt(program.script()), round::onInterrupt);
                Wiring wiring = new Wiring(
                        options.policy(), config, notices, clouds, invocation.isReachable() ? store.home() : null)) {
            Device device = wiring.device(stored.flash(store), console(notices, round.input()));
            Wiring.connect(device);
            times.end("device");
            interpreter = round.interpreter();
            if (own.jit) {
                checkCompiler(interpreter, notices);
            }
            try (ProgramRun run = new ProgramRun(invocation, options, device, round)) {
                times.end("modules");
                round.started(run);
                if (own.until != null) {
                    run.endAt(own.until, world);
                }
                Outcome outcome = run.run(limits, program);
                times.end("script");
                if (outcome.ending() == Outcome.Ending.TIMED_OUT && run.isOver()) {
                    return 0;
                }
                explain(outcome, program.script(), run, round);
                if (!program.typed() && !options.quiet && !options.strict && !run.hasRestarted()) {
                    afterword.tell(interpreter, run.session(), program, own.file, outcome);
                    times.end("afterword");
                }
                return outcome.exitCode();
            }
        } finally {
            if (own.timeStartup) {
                tellTimes(times, interpreter);
            }
        }
    }

    private Console console(Notices notices, InputStream input) {
        OutputStream output = OutputLimit.of(
                terminal.output(),
                options.output,
                () -> notices.sayOnce(Code.OUTPUT, "the script prints more than it may (--output)"));
        return new Console(input, output, terminal.errors());
    }

    private void tellTimes(StartupTimes times, Interpreter interpreter) {
        times.end("switching off");
        times.report().forEach(terminal.errorText()::println);
        if (interpreter != null) {
            terminal.errorText()
                    .println(
                            interpreter.compiles()
                                    ? "what runs often is compiled"
                                    : "nothing is compiled (qpy run --jit)");
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

    private void halt(Script script) {
        invocation.halt(
                Notice.of(Code.TIMEOUT, options.stopped(script.name()) + ", in the middle of one long step"),
                TIMED_OUT);
    }

    private void explain(Outcome outcome, Script script, ProgramRun run, Round round) {
        if (outcome.ending() == Outcome.Ending.TIMED_OUT) {
            String where = outcome.where().isEmpty() ? script.name() : outcome.where();
            terminal.say(
                    round.isStopped()
                            ? Notice.of(Code.WATCH, "run: " + where + " went on after Ctrl-C, and was stopped")
                            : Notice.of(Code.TIMEOUT, options.stopped(where)));
        }
        if (outcome.ending() == Outcome.Ending.BUG && options.trace) {
            run.session().bugCause().printStackTrace(terminal.errorText());
        }
    }
}
