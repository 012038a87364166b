package io.qpy.cli;

import io.qpy.device.Code;
import io.qpy.device.flash.Ignored;
import io.qpy.start.Interrupts;
import io.qpy.start.Invocation;
import io.qpy.start.Terminal;
import io.qpy.wiring.Config;
import io.qpy.wiring.ConfigException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/**
 * {@code qpy run --watch}: runs the program, and again when a file of its folder changes, until Ctrl-C. What goes wrong at the
 * begin of a run is told in a line, and the next change is waited for.
 */
final class RunWatch {
    private static final int INTERRUPTED = 130;

    /** For how long nothing changes when an editor has saved: some write a file beside it first, and rename that. */
    private static final long QUIET_MILLIS = 30;

    /** How often a folder is looked at of which the system tells, and one of which it does not. */
    private static final long TOLD_MILLIS = 1000;

    private static final long UNTOLD_MILLIS = 100;
    private static final int SPARED = 10; // a look takes at most one part in so many of the time

    /** Runs the program once; its exit code. */
    interface Program {
        int run(Round round) throws IOException;
    }

    private final Terminal terminal;
    private final Invocation invocation;
    private final Program program;
    private final Path folder;
    private final String name;
    private final WatchedInput input;
    private final Semaphore news = new Semaphore(0); // a change, the end of a run, Ctrl-C
    private volatile boolean interrupted;
    private Ignored leftOut = Ignored.USUAL;
    private WatchedThread thread;
    private FolderState state;
    private long pause = UNTOLD_MILLIS;

    /**
     * Makes what {@link #run} does.
     *
     * @param folder whose files are watched, absolute
     * @param name the program's, for a person
     */
    RunWatch(Invocation invocation, Path folder, String name, Program program) {
        this.invocation = invocation;
        terminal = invocation.terminal();
        this.folder = folder;
        this.name = name;
        this.program = program;
        input = new WatchedInput(terminal.input());
        thread = new WatchedThread(invocation.runtime());
    }

    /** Returns the exit code, of Ctrl-C. */
    int run() throws IOException, InterruptedException {
        Interrupts interrupts = Interrupts.to(() -> {
            interrupted = true;
            news.release();
        });
        try (FolderWatch watch = new FolderWatch(news::release)) {
            state = look(watch);
            while (!interrupted) {
                runUntilChange(watch);
            }
            return INTERRUPTED;
        } finally {
            interrupts.restore();
        }
    }

    /** Runs the program once, and ends it when something changes, or waits for that. */
    private void runUntilChange(FolderWatch watch) throws IOException, InterruptedException {
        WatchedRound round = begin();
        boolean told = false;
        FolderChanges changes = new FolderChanges(folder);
        while (changes.isEmpty() && !interrupted) {
            if (!told && round.end().isDone()) {
                told = true;
                terminal.say(
                        Code.WATCH,
                        "run: " + name + " has ended with exit code "
                                + round.end().join() + "; watching " + files(state.count()) + " (Ctrl-C ends it)");
            }
            boolean ignored = news.tryAcquire(pause, TimeUnit.MILLISECONDS);
            news.drainPermits();
            changes = settled(watch);
        }
        if (!interrupted) {
            terminal.say(Code.WATCH, "run: " + changes + ": running " + name + " again");
        }
        if (!round.end().isDone() && !round.stop()) {
            terminal.say(
                    Code.WATCH,
                    "run: " + name + " cannot be ended, in the middle of one long step; it is left to itself");
            thread = new WatchedThread(invocation.runtime());
        }
    }

    private static String files(int count) {
        return count == 1 ? "1 file" : count + " files";
    }

    private WatchedRound begin() {
        WatchedRound round = new WatchedRound(thread, input);
        thread.serve(() -> {
            boolean clean = round.ended(exitCode(round));
            news.release();
            return clean;
        });
        return round;
    }

    private int exitCode(Round round) {
        try {
            return program.run(round);
        } catch (IOException | RuntimeException | Error e) {
            return new Failures(terminal).tell(e, CommandLine.ExitCode.USAGE);
        }
    }

    /** What has changed since the last run, once nothing changes any more. */
    private FolderChanges settled(FolderWatch watch) throws IOException, InterruptedException {
        FolderState now = look(watch);
        while (!now.since(state).isEmpty() && !interrupted) {
            TimeUnit.MILLISECONDS.sleep(QUIET_MILLIS);
            FolderState next = look(watch);
            if (next.since(now).isEmpty()) {
                FolderChanges changes = next.since(state);
                state = next;
                return changes;
            }
            now = next;
        }
        return new FolderChanges(folder);
    }

    private FolderState look(FolderWatch watch) throws IOException {
        long start = System.nanoTime();
        try {
            leftOut = Config.of(folder).ignored();
        } catch (ConfigException e) {
            // It is told when the program runs.
        }
        FolderState now = FolderState.of(folder, leftOut);
        boolean told = watch.follow(now.folders());
        pause = Math.max(
                told ? TOLD_MILLIS : UNTOLD_MILLIS, SPARED * TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        return now;
    }
}
