package io.qpy.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where the time between the start of the process and the end of a script goes: one phase after the other. */
public final class StartupTimes {
    /** One phase and how long it took. */
    public record Phase(String name, Duration time) {}

    private final List<Phase> phases = new ArrayList<>();
    private Instant last;

    private StartupTimes(Instant start) {
        last = start;
    }

    /** Times that begin with this process, as well as the system knows when that was (on Linux to 10 ms). */
    public static StartupTimes sinceProcessStart() {
        return new StartupTimes(ProcessHandle.current().info().startInstant().orElseGet(Instant::now));
    }

    public static StartupTimes sinceNow() {
        return new StartupTimes(Instant.now());
    }

    /** Ends a phase, which began when the one before it ended. */
    public void end(String phase) {
        Instant now = Instant.now();
        phases.add(new Phase(phase, Duration.between(last, now)));
        last = now;
    }

    /** One line a phase, and their sum, in milliseconds. */
    public List<String> report() {
        List<String> lines = new ArrayList<>();
        double sum = 0;
        for (Phase phase : phases) {
            double milliseconds = phase.time().toNanos() / 1e6;
            sum += milliseconds;
            lines.add(line(milliseconds, phase.name()));
        }
        lines.add(line(sum, "in all"));
        return lines;
    }

    private static String line(double milliseconds, String name) {
        return String.format(Locale.ROOT, "%8.1f ms  %s", milliseconds, name);
    }
}
