package io.qpy.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where the time between the start of the process and the end of a script goes: one phase after the other. */
public final class StartupTimes {
    /** One phase and how long it took. */
    public record Phase(String name, Duration time) {}

    /** The kernel's, in a second, as it shows them on every machine. */
    private static final int TICKS = 100;

    private final List<Phase> phases = new ArrayList<>();
    private Instant last;

    private StartupTimes(Instant start) {
        last = start;
    }

    /** Times that begin with this process, as well as the system knows when that was (on Linux to 10 ms). */
    public static StartupTimes sinceProcessStart() {
        return new StartupTimes(processStart());
    }

    /** On Linux, Java's answer is up to a second early: it adds to the second in which the machine was started. */
    private static Instant processStart() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            double start =
                    Double.parseDouble(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[19]) / TICKS;
            double now =
                    Double.parseDouble(Files.readString(Path.of("/proc/uptime")).split(" ", 2)[0]);
            return Instant.now().minusMillis(Math.round((now - start) * 1000));
        } catch (IOException e) {
            return ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        }
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
