package io.qpy.cli;

import io.qpy.start.Terminal;
import io.qpy.testing.TestFile;
import io.qpy.testing.TestListener;
import io.qpy.testing.TestResult;
import io.qpy.testing.TestResult.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What {@code qpy test} shows, as pytest does. */
final class TestReport implements TestListener {
    private static final int COLUMNS = 80;

    private final Terminal terminal;
    private final DeviceOptions options;
    private final List<TestResult> results = new ArrayList<>();
    private final long start = System.nanoTime();
    private int column;

    TestReport(Terminal terminal, DeviceOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    @Override
    public void finished(TestResult result) {
        results.add(result);
        if (options.verbose) {
            String reason = result.reason().isEmpty() ? "" : " (" + result.reason() + ")";
            terminal.print(result.id() + " " + result.outcome() + " "
                    + seconds(result.time().toNanos()) + reason);
        } else if (!options.quiet) {
            mark(result.outcome());
        }
    }

    private void mark(Outcome outcome) {
        terminal.outputText()
                .print(
                        switch (outcome) {
                            case PASSED -> '.';
                            case FAILED -> 'F';
                            case ERROR -> 'E';
                            case SKIPPED -> 's';
                        });
        terminal.outputText().flush();
        column++;
        if (column == COLUMNS) {
            endLine();
        }
    }

    private void endLine() {
        if (column > 0) {
            terminal.print("");
            column = 0;
        }
    }

    /** Those that have ended, in the order in which they did. */
    List<TestResult> results() {
        return results;
    }

    boolean anyFailure() {
        return results.stream().anyMatch(each -> each.outcome().isFailure());
    }

    /** The failures, the tests that took longest if {@code durations} is how many, and the counts. */
    void summary(boolean interrupted, Integer durations) {
        endLine();
        List<TestResult> failures =
                results.stream().filter(each -> each.outcome().isFailure()).toList();
        failures.forEach(this::show);
        if (durations != null) {
            results.stream()
                    .sorted(Comparator.comparing(TestResult::time).reversed())
                    .limit(durations == 0 ? Long.MAX_VALUE : durations)
                    .forEach(each -> terminal.print(seconds(each.time().toNanos()) + " " + each.id()));
        }
        failures.forEach(each -> terminal.print(each.outcome() + " " + each.id() + line(each) + " - " + each.reason()));
        List<String> parts = new ArrayList<>();
        addCount(parts, Outcome.FAILED, "failed", "failed");
        addCount(parts, Outcome.PASSED, "passed", "passed");
        addCount(parts, Outcome.SKIPPED, "skipped", "skipped");
        addCount(parts, Outcome.ERROR, "error", "errors");
        String all = parts.isEmpty() ? "no test has ended" : String.join(", ", parts);
        terminal.print((interrupted ? "interrupted: " : "") + all + " in " + seconds(System.nanoTime() - start));
    }

    private static String line(TestResult result) {
        return result.line() == 0 ? "" : " line " + result.line();
    }

    private void addCount(List<String> parts, Outcome outcome, String one, String several) {
        long count = results.stream().filter(each -> each.outcome() == outcome).count();
        if (count > 0) {
            parts.add(count + " " + (count == 1 ? one : several));
        }
    }

    private void show(TestResult result) {
        terminal.print("== " + result.id());
        boolean diff = result.id().file().kind() == TestFile.Kind.OUTPUT
                && !result.detail().isEmpty();
        terminal.print((result.detail().isEmpty() ? result.reason() : result.detail()).stripTrailing());
        if (!diff) {
            show("-- output", result.output());
        }
        show("-- qpy says", String.join("\n", result.notices()));
    }

    private void show(String heading, String text) {
        if (!text.isBlank()) {
            terminal.print(heading);
            terminal.print(text.stripTrailing());
        }
    }

    private static String seconds(long nanoseconds) {
        return String.format(Locale.ROOT, "%.2f s", nanoseconds / 1e9);
    }
}
