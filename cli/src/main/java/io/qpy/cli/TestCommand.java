package io.qpy.cli;

import io.qpy.device.Console;
import io.qpy.device.Device;
import io.qpy.device.Flash;
import io.qpy.device.Notices;
import io.qpy.runtime.QpyRuntime;
import io.qpy.testing.Discovery;
import io.qpy.testing.TestBed;
import io.qpy.testing.TestFile;
import io.qpy.testing.TestPathException;
import io.qpy.testing.TestPlan;
import io.qpy.testing.TestRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qpy test}: runs tests, each file on a fresh device. */
@Command(
        name = "test",
        description = "Run tests of device scripts, each file on a fresh device, several files at a time.",
        exitCodeOnInvalidInput = TestCommand.USAGE,
        footer = {
            "",
            "A test is a script x.py with x.py.exp beside it, as in MicroPython's own suite: what it prints is compared.",
            "",
            "Exit codes, as pytest's: 0 all passed, 1 some failed, 2 interrupted, 4 usage, 5 no test was found.",
            "",
            "Examples:",
            "  qpy test",
            "  qpy test -x -k publish tests"
        })
final class TestCommand implements Callable<Integer> {
    static final int USAGE = 4;
    private static final int FAILED = 1;
    private static final int INTERRUPTED = 2;
    private static final int NONE_FOUND = 5;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Mixin
    private DeviceOptions options;

    @Option(
            names = "-k",
            paramLabel = "TEXT",
            description = "Only tests with this in their path and name, in any case.")
    private String keyword = "";

    @Option(names = "-x", description = "Stop at the first failure.")
    private boolean first;

    @Option(names = "--maxfail", paramLabel = "N", description = "Stop after this many failures.")
    private int maxFailures = Integer.MAX_VALUE;

    @Option(
            names = {"-n", "--jobs"},
            paramLabel = "N",
            description = "How many files are run at a time (default: one per core).")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Parameters(paramLabel = "PATH", description = "Test files and folders of them (default: this folder).")
    private List<Path> paths = List.of(Path.of(""));

    private final Terminal terminal;

    TestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<TestFile> files = find();
        if (files.isEmpty()) {
            terminal.say("test: no test was found");
            return NONE_FOUND;
        }
        TestReport report = new TestReport(terminal, options);
        TestRun run = new TestRun(new QpyRuntime(Modules.all()), this::bed, plan(), report);
        Interrupts interrupts = Interrupts.to(run::interrupt);
        try {
            run.run(files);
        } finally {
            interrupts.restore();
        }
        report.summary(run.isInterrupted());
        return run.isInterrupted() ? INTERRUPTED : report.anyFailure() ? FAILED : 0;
    }

    private List<TestFile> find() throws IOException {
        String wanted = keyword.toLowerCase(Locale.ROOT);
        try {
            return Discovery.find(paths).stream()
                    .filter(each ->
                            each.path().toString().toLowerCase(Locale.ROOT).contains(wanted))
                    .toList();
        } catch (TestPathException e) {
            throw new UsageException("test: " + e.getMessage(), e);
        }
    }

    private TestPlan plan() {
        if (jobs < 1 || maxFailures < 1) {
            throw new UsageException("test: --jobs and --maxfail are at least 1");
        }
        Duration limit = options.timeout == null ? LIMIT : options.timeout;
        return new TestPlan(limit, jobs, first ? 1 : maxFailures, options.strict);
    }

    private TestBed bed(TestFile file, Console console, Notices notices) throws IOException {
        Config config = Config.of(file.folder());
        Wiring wiring = new Wiring(options, config, notices, Clouds.forgetful(config), null);
        Device device = wiring.device(Flash.inMemory(file.folder()), console);
        return new TestBed() {
            @Override
            public Device device() {
                return device;
            }

            @Override
            public void close() {
                wiring.close();
            }
        };
    }
}
