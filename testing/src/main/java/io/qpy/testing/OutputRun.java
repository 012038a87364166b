package io.qpy.testing;

import io.qpy.module.DeviceModule;
import io.qpy.runtime.Outcome;
import io.qpy.runtime.QpyRuntime;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A script whose output is compared. Its current folder is its own, as in MicroPython's suite. */
final class OutputRun extends FileRun {
    private volatile Stopwatch stopwatch = new Stopwatch();

    OutputRun(TestFile file, Workshop workshop) {
        super(file, workshop);
    }

    @Override
    QpyRuntime runtime(QpyRuntime devices) {
        return devices.with(List.of(
                DeviceModule.of("unittest", OutputRun.class).withParts("cases"),
                DeviceModule.of("_asserts", OutputRun.class),
                DeviceModule.of("_testing", OutputRun.class)));
    }

    @Override
    Outcome run(Session started, Script script) {
        workshop().listener().started(new TestId(file(), "", 1));
        stopwatch = new Stopwatch();
        started.enter("/usr");
        return started.run(script);
    }

    @Override
    void ended(Outcome outcome) throws IOException {
        if (fault(outcome) != null) {
            broken(fault(outcome));
        } else if (outcome.ending() == Outcome.Ending.EXCEPTION) {
            tell(TestResult.Outcome.FAILED, Texts.lastLine(output()), "");
        } else if (outcome.exitCode() != 0) {
            tell(TestResult.Outcome.FAILED, "sys.exit(" + outcome.exitCode() + ")", "");
        } else {
            compare();
        }
    }

    /** What is no UTF-8 is read as in the output. */
    private static String read(Path expectation) throws IOException {
        return new String(Files.readAllBytes(expectation), StandardCharsets.UTF_8);
    }

    private void compare() throws IOException {
        Path expectation = TestFile.expectation(file().path());
        OutputComparison comparison = new OutputComparison(read(expectation), output());
        if (comparison.isSkip()) {
            tell(TestResult.Outcome.SKIPPED, "it printed SKIP", "");
        } else if (comparison.isSame()) {
            tell(TestResult.Outcome.PASSED, "", "");
        } else {
            String diff = comparison.diff(expectation.toString(), file().path().toString());
            tell(TestResult.Outcome.FAILED, comparison.difference(), diff);
        }
    }

    @Override
    void broken(String reason) {
        tell(TestResult.Outcome.ERROR, reason, "");
    }

    private void tell(TestResult.Outcome outcome, String reason, String detail) {
        TestId id = new TestId(file(), "", 1);
        workshop()
                .listener()
                .finished(new TestResult(id, 0, outcome, reason, detail, output(), notices(), stopwatch.elapsed()));
    }

    @Override
    FileRun rest() {
        return null;
    }
}
