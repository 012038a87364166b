package io.qpy.testing;

import io.qpy.device.Console;
import io.qpy.device.Notices;
import io.qpy.runtime.Interpreter;
import io.qpy.runtime.Outcome;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** One run of a script whose output is compared. */
final class OutputRun implements WarmInterpreter.Work {
    private final TestFile file;
    private final Workshop workshop;
    private final Recording recording = new Recording();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final CompletableFuture<TestResult> result = new CompletableFuture<>();
    private volatile long start = System.nanoTime();
    private volatile Session session;

    OutputRun(TestFile file, Workshop workshop) {
        this.file = file;
        this.workshop = workshop;
    }

    /** Done when the test has ended, or is given up. */
    CompletableFuture<TestResult> result() {
        return result;
    }

    /** Ends it, from any thread. */
    void stop() {
        Session there = session;
        if (there != null) {
            there.expire();
        }
    }

    @Override
    public void run(Interpreter interpreter) {
        start = System.nanoTime();
        Console console = new Console(InputStream.nullInputStream(), recording, recording);
        try {
            Script script = Script.read(file.path(), List.of());
            try (TestBed bed = workshop.beds().open(file, console, new Notices(notices::add));
                    Session started = workshop.runtime()
                            .start(interpreter, bed.device(), workshop.plan().strict())) {
                session = started;
                result.complete(verdict(run(started, script)));
            }
        } catch (IOException e) {
            result.complete(error(e.getMessage()));
        }
    }

    @Override
    public void fail(Throwable cause) {
        result.complete(error("a bug in qpy: " + cause));
    }

    private void giveUp() {
        result.complete(error("did not end within " + limit() + " and cannot be stopped"));
    }

    private String limit() {
        return workshop.plan().limit().toMillis() / 1000.0 + " s";
    }

    private Outcome run(Session started, Script script) {
        Deadline deadline = new Deadline(workshop.timer(), workshop.plan().limit(), started, this::giveUp);
        try {
            return started.run(script);
        } finally {
            deadline.cancel();
        }
    }

    private TestResult verdict(Outcome outcome) throws IOException {
        return switch (outcome.ending()) {
            case FINISHED ->
                outcome.exitCode() == 0 ? comparison() : failed("sys.exit(" + outcome.exitCode() + ")", "");
            case EXCEPTION -> failed(Texts.lastLine(recording.text()), "");
            case TIMED_OUT ->
                error("stopped after " + limit() + (outcome.where().isEmpty() ? "" : " at " + outcome.where()));
            case INTERRUPTED -> error("interrupted");
            case BUG -> error("a bug in qpy: " + (notices.isEmpty() ? "" : notices.get(notices.size() - 1)));
        };
    }

    private TestResult comparison() throws IOException {
        Path expectation = TestFile.expectation(file.path());
        OutputComparison comparison = new OutputComparison(Files.readString(expectation), recording.text());
        if (comparison.isSkip()) {
            return result(TestResult.Outcome.SKIPPED, "it printed SKIP", "");
        }
        return comparison.isSame()
                ? result(TestResult.Outcome.PASSED, "", "")
                : failed(
                        comparison.difference(),
                        comparison.diff(expectation.toString(), file.path().toString()));
    }

    private TestResult failed(String reason, String detail) {
        return result(TestResult.Outcome.FAILED, reason, detail);
    }

    private TestResult error(String reason) {
        return result(TestResult.Outcome.ERROR, reason, "");
    }

    private TestResult result(TestResult.Outcome outcome, String reason, String detail) {
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        return new TestResult(new TestId(file, "", 1), outcome, reason, detail, recording.text(), notices, time);
    }
}
