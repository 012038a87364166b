package io.qpy.testing;

import io.qpy.module.DeviceModule;
import io.qpy.runtime.Outcome;
import io.qpy.runtime.QpyRuntime;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import io.qpy.testing.qpytest.QpytestHost;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The test functions and classes of a file. A test that cannot be ended but with its device ends this run; the tests after
 * it have another.
 */
final class FunctionsRun extends FileRun {
    private static final String DRIVER = "_testing";

    private final Set<String> done;
    private TestId current;
    private Stopwatch stopwatch = new Stopwatch();
    private boolean progressed;
    private boolean broken;

    FunctionsRun(TestFile file, Workshop workshop) {
        this(file, workshop, new HashSet<>());
    }

    private FunctionsRun(TestFile file, Workshop workshop, Set<String> done) {
        super(file, workshop);
        this.done = done;
    }

    @Override
    QpyRuntime runtime(QpyRuntime devices) {
        return devices.with(List.of(
                DeviceModule.of("unittest", FunctionsRun.class).withParts("cases"),
                DeviceModule.of("_asserts", FunctionsRun.class),
                DeviceModule.of(
                                "qpytest",
                                FunctionsRun.class,
                                context -> new QpytestHost(
                                        context.device(),
                                        bed().clouds(),
                                        this::output,
                                        file().path()
                                                .toAbsolutePath()
                                                .normalize()
                                                .getParent()))
                        .withParts("audio", "board", "call", "gnss", "power", "sms", "updates", "waiting"),
                DeviceModule.of(DRIVER, FunctionsRun.class, context -> new TestingHost(this))));
    }

    @Override
    Outcome run(Session started, Script script) {
        return started.drive(DRIVER, script);
    }

    /** Whether a test is to be run, here and now. */
    synchronized boolean wanted(String name) {
        return !done.contains(name)
                && workshop().plan().selection().includes(file(), name)
                && !workshop().enough().getAsBoolean();
    }

    synchronized void begin(String name, int line) {
        beginTest();
        adopt(name, line);
    }

    /** As {@link #begin}, of what has run already. */
    synchronized void adopt(String name, int line) {
        current = new TestId(file(), name, line);
        workshop().listener().started(current);
        stopwatch = new Stopwatch();
    }

    synchronized void end(TestResult.Outcome outcome, String reason, String detail, int line) {
        if (current != null) {
            tell(new TestResult(current, line, outcome, reason, detail, output(), notices(), stopwatch.elapsed()));
            done.add(current.name());
            progressed |= !current.name().isEmpty();
            current = null;
        }
    }

    private void tell(TestResult result) {
        workshop().listener().finished(result);
    }

    @Override
    synchronized void ended(Outcome outcome) {
        if (fault(outcome) != null) {
            broken(fault(outcome), line(outcome));
        } else if (outcome.ending() == Outcome.Ending.EXCEPTION) {
            broken(Texts.lastLine(output()));
        } else {
            List<String> missing = file().names().stream()
                    .filter(asked -> done.stream().noneMatch(name -> TestFile.covers(asked, name)))
                    .toList();
            missing.forEach(this::missing);
        }
    }

    private void missing(String name) {
        current = new TestId(file(), name, 1);
        end(TestResult.Outcome.ERROR, "there is no such test in the file", "", 0);
    }

    /** Where the file was stopped; 0 where that was in another file. */
    private int line(Outcome outcome) {
        String prefix = deviceName() + ":";
        return outcome.where().startsWith(prefix)
                ? Integer.parseInt(outcome.where().substring(prefix.length()))
                : 0;
    }

    @Override
    void broken(String reason) {
        broken(reason, 0);
    }

    /** Ends the test that runs; where none does, the file as a whole. */
    private synchronized void broken(String reason, int line) {
        broken = true;
        if (current == null) {
            current = new TestId(file(), "", 1);
        }
        end(TestResult.Outcome.ERROR, reason, "", line);
    }

    @Override
    synchronized FileRun rest() {
        return broken && progressed ? new FunctionsRun(file(), workshop(), done) : null;
    }
}
