package io.qpy.cli;

import io.qpy.device.Code;
import io.qpy.start.Interrupts;
import io.qpy.start.Terminal;
import io.qpy.testing.Discovery;
import io.qpy.testing.Interpreters;
import io.qpy.testing.JunitXml;
import io.qpy.testing.Keyword;
import io.qpy.testing.Selection;
import io.qpy.testing.Sources;
import io.qpy.testing.TestFile;
import io.qpy.testing.TestPathException;
import io.qpy.testing.TestPlan;
import io.qpy.testing.TestRun;
import io.qpy.testing.coverage.Coverage;
import io.qpy.testing.coverage.CoverageReports;
import io.qpy.testing.coverage.Measurement;
import io.qpy.wiring.TimeMode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code qpy test}: runs tests, each file on a fresh device. */
@Command(
        name = "test",
        description = "Run tests of device scripts, each file on a fresh device, several files at a time.",
        exitCodeOnInvalidInput = TestCommand.USAGE,
        footer = {
            "",
            "In test_*.py and *_test.py: functions named test_…, and classes of the module unittest. Also, as in MicroPython's",
            "own suite, a script x.py with x.py.exp beside it: what it prints is compared.",
            "",
            "Exit codes, as pytest's: 0 all passed, 1 some failed, 2 interrupted, 4 usage, 5 no test was found.",
            "",
            "Examples:",
            "  qpy test",
            "  qpy test -x -k 'publish and not tls' tests",
            "  qpy test tests/test_gps.py::TestParser::test_checksum"
        })
final class TestCommand implements Callable<Integer>, SharingCommand {
    static final int USAGE = 4;
    static final int INTERRUPTED = 2;
    private static final int FAILED = 1;
    private static final int NONE_FOUND = 5;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final DeviceOptions options = new DeviceOptions();

    @Option(
            names = "-k",
            paramLabel = "WORDS",
            converter = KeywordConverter.class,
            description = "Only tests with this in their path and name, in any case, for instance 'gps and not slow'.")
    private Keyword keyword = Keyword.ANY;

    @Option(names = "-x", description = "Stop at the first failure.")
    private boolean first;

    @Option(names = "--maxfail", paramLabel = "N", description = "Stop after this many failures.")
    private int maxFailures = Integer.MAX_VALUE;

    @Option(
            names = "--time",
            paramLabel = "MODE",
            defaultValue = "virtual",
            description =
                    "virtual: when every thread waits, time jumps to what is due next (default). real: this PC's.")
    private TimeMode time;

    @Option(
            names = {"-n", "--jobs"},
            paramLabel = "N",
            description = "How many files are run at a time (default: one per core).")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--dir",
            paramLabel = "FOLDER",
            description =
                    "The folder that devices have as /usr (default: the test's own, or above it if that is 'tests').")
    private Path usr;

    @Option(names = "--lf", description = "Only tests that failed when they last ran; all where none did.")
    private boolean lastFailed;

    @Option(names = "-s", description = "Show what devices print as they print it, one file at a time.")
    private boolean show;

    @Option(names = "--durations", paramLabel = "N", description = "Show the N tests that took longest; 0 for all.")
    private Integer durations;

    @Option(names = "--junitxml", paramLabel = "FILE", description = "Write the results for a CI server.")
    private Path junitXml;

    @Option(names = "--coverage", description = "Show which lines and branches of the scripts have run.")
    private boolean table;

    @Option(names = "--coverage-lcov", paramLabel = "FILE", description = "Write that in lcov's format.")
    private Path lcov;

    @Option(names = "--coverage-html", paramLabel = "FOLDER", description = "Write that as pages to look at.")
    private Path html;

    @Option(
            names = "--watch",
            description = "Then run what a change of the files touches, and what failed last, until Ctrl-C.")
    private boolean watch;

    @Parameters(paramLabel = "PATH[::TEST]", description = "Test files and folders of them (default: this folder).")
    private List<String> paths = List.of("");

    private final Terminal terminal;
    private final Interpreters interpreters = new Interpreters();

    TestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void addShared(CommandSpec spec) {
        options.addTo(spec);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (interpreters) {
            interpreters.prepare();
            List<TestFile> files = find();
            int exitCode = round(files, lastFailed ? memory().ids() : Set.of());
            return watch && exitCode != INTERRUPTED ? new TestWatch(this, terminal).run(files, exitCode) : exitCode;
        }
    }

    /** Runs tests and tells how they went; the exit code. */
    int round(List<TestFile> files, Set<String> failed) throws IOException, InterruptedException {
        TestReport report = new TestReport(terminal, options);
        Coverage coverage = new Coverage();
        TestRun run = run(files, failed, report, coverage);
        if (!failed.isEmpty() && report.results().isEmpty() && !run.isInterrupted()) {
            memory().forget(); // those tests are no more
            run = run(files, Set.of(), report, coverage);
        }
        memory().update(report.results());
        if (junitXml != null) {
            JunitXml.write(junitXml, report.results());
        }
        report.summary(run.isInterrupted(), durations);
        writeCoverage(coverage);
        return exitCode(run, report);
    }

    /** Which have failed. */
    FailedTests memory() {
        return FailedTests.of(DeviceStore.ofUser().home(), Path.of("").toAbsolutePath());
    }

    private TestRun run(List<TestFile> files, Set<String> failed, TestReport report, Coverage coverage)
            throws InterruptedException {
        TestRun run = new TestRun(plan(failed), measurement(coverage), report, interpreters);
        Interrupts interrupts = Interrupts.to(run::interrupt);
        try {
            run.run(files);
        } finally {
            interrupts.restore();
        }
        return run;
    }

    private Measurement measurement(Coverage coverage) {
        boolean wanted = table || lcov != null || html != null;
        return wanted ? Measurement.into(coverage) : Measurement.none();
    }

    private void writeCoverage(Coverage coverage) throws IOException {
        CoverageReports reports = new CoverageReports(coverage, Path.of("").toAbsolutePath());
        if (table) {
            reports.table().forEach(terminal::print);
        }
        if (lcov != null) {
            reports.lcov(lcov);
        }
        if (html != null) {
            reports.html(html);
        }
    }

    private int exitCode(TestRun run, TestReport report) {
        if (run.isInterrupted()) {
            return INTERRUPTED;
        }
        if (report.results().isEmpty()) {
            terminal.say(Code.NO_TESTS, "test: no test was found");
            return NONE_FOUND;
        }
        return report.anyFailure() ? FAILED : 0;
    }

    /** The test files that there are. */
    List<TestFile> find() throws IOException {
        try {
            return Discovery.find(paths);
        } catch (TestPathException e) {
            throw new UsageException(Code.FILE_ARGUMENT, "test: " + e.getMessage(), e);
        }
    }

    /** An expression of words. */
    static final class KeywordConverter implements ITypeConverter<Keyword> {
        @Override
        public Keyword convert(String value) {
            try {
                return Keyword.parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + value + "': " + e.getMessage());
            }
        }
    }

    /** What tests are made of, as it is now. */
    Sources sources(List<TestFile> files) throws IOException {
        return Sources.of(plan(Set.of()), files);
    }

    private TestPlan plan(Set<String> failed) {
        if (jobs < 1 || maxFailures < 1) {
            throw new UsageException(Code.USAGE, "test: --jobs and --maxfail are at least 1");
        }
        Selection selection = new Selection(keyword, failed.isEmpty() ? null : failed);
        Duration limit = options.timeout == null ? LIMIT : options.timeout;
        OutputStream output = show ? terminal.output() : OutputStream.nullOutputStream();
        return new TestPlan(
                options.policy().withTime(time),
                usr,
                selection,
                limit,
                show ? 1 : jobs,
                first ? 1 : maxFailures,
                options.strict,
                output);
    }
}
