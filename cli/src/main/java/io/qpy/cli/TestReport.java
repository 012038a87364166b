package io.qpy.cli;

import io.qpy.testing.TestListener;
import io.qpy.testing.TestResult;
import io.qpy.testing.TestResult.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code qpy test} shows, as pytest does. */
final class TestReport implements TestListener {
    private static final int COLUMNS = 80;

    private final Terminal terminal;
    private final DeviceOptions options;
    private final List<TestResult> failures = new ArrayList<>();
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final long start = System.nanoTime();
    private int column;

    TestReport(Terminal terminal, DeviceOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    @Override
    public void finished(TestResult result) {
        counts.merge(result.outcome(), 1, Integer::sum);
        if (result.outcome().isFailure()) {
            failures.add(result);
        }
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

    boolean anyFailure() {
        return !failures.isEmpty();
    }

    /** The failures and the counts. */
    void summary(boolean interrupted) {
        endLine();
        failures.forEach(this::show);
        failures.forEach(each -> terminal.print(each.outcome() + " " + each.id() + " - " + each.reason()));
        List<String> parts = new ArrayList<>();
        addCount(parts, Outcome.FAILED, "failed");
        addCount(parts, Outcome.PASSED, "passed");
        addCount(parts, Outcome.SKIPPED, "skipped");
        addCount(parts, Outcome.ERROR, counts.getOrDefault(Outcome.ERROR, 0) == 1 ? "error" : "errors");
        String all = parts.isEmpty() ? "no test ended" : String.join(", ", parts);
        terminal.print((interrupted ? "interrupted: " : "") + all + " in " + seconds(System.nanoTime() - start));
    }

    private void addCount(List<String> parts, Outcome outcome, String word) {
        if (counts.containsKey(outcome)) {
            parts.add(counts.get(outcome) + " " + word);
        }
    }

    private void show(TestResult result) {
        terminal.print("== " + result.id());
        if (!result.detail().isEmpty()) {
            terminal.print(result.detail().stripTrailing());
        } else {
            terminal.print(result.reason());
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
