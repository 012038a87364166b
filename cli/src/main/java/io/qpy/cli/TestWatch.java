package io.qpy.cli;

import io.qpy.device.Code;
import io.qpy.start.Interrupts;
import io.qpy.start.Terminal;
import io.qpy.testing.Rerun;
import io.qpy.testing.Sources;
import io.qpy.testing.TestFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code qpy test --watch}: looks for changes, and runs what they touch, until Ctrl-C. */
final class TestWatch {
    private static final long LOOK_MILLIS = 200;
    private static final int SPARED = 10; // a look takes at most one part in so many of the time
    private static final int NAMES_SHOWN = 3;

    private final TestCommand command;
    private final Terminal terminal;
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private List<TestFile> files;
    private Sources sources;

    TestWatch(TestCommand command, Terminal terminal) {
        this.command = command;
        this.terminal = terminal;
    }

    /** Watches the files that have just run; the exit code of the last run. */
    int run(List<TestFile> initial, int initialExitCode) throws IOException, InterruptedException {
        Interrupts interrupts = Interrupts.to(interrupted::countDown);
        try {
            files = initial;
            sources = command.sources(files);
            int exitCode = initialExitCode;
            tellWaiting();
            for (Set<Path> changed = awaitChange(); changed != null; changed = awaitChange()) {
                exitCode = rerun(changed, exitCode);
                if (exitCode == TestCommand.INTERRUPTED) {
                    return exitCode;
                }
                tellWaiting();
            }
            return exitCode;
        } finally {
            interrupts.restore();
        }
    }

    private void tellWaiting() {
        terminal.say(Code.WATCH, "test: watching " + sources.count() + " files (Ctrl-C ends it)");
    }

    /** What has changed, once nothing changes any more; null when the person has had enough. */
    private Set<Path> awaitChange() throws IOException, InterruptedException {
        Sources before = sources;
        long pause = LOOK_MILLIS;
        while (!interrupted.await(pause, TimeUnit.MILLISECONDS)) {
            long start = System.nanoTime();
            Sources last = sources;
            look();
            pause = Math.max(LOOK_MILLIS, SPARED * TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            Set<Path> changed = sources.changesSince(before);
            if (!changed.isEmpty() && sources.changesSince(last).isEmpty()) {
                return changed;
            }
        }
        return null;
    }

    private void look() throws IOException {
        try {
            files = command.find();
            sources = command.sources(files);
        } catch (UsageException e) {
            // A file that was named has gone: editors write a new one in its place.
        }
    }

    private int rerun(Set<Path> changed, int exitCode) throws IOException, InterruptedException {
        List<TestFile> touched = new Rerun(sources, changed).touched(files);
        List<TestFile> others =
                files.stream().filter(each -> !touched.contains(each)).toList();
        List<TestFile> failed = Rerun.failed(others, command.memory().ids());
        if (touched.isEmpty()) {
            terminal.say(Code.WATCH, "test: " + names(changed) + " changed, which no test needs");
            return exitCode;
        }
        String also = failed.isEmpty() ? "" : ", and what failed in " + names(paths(failed));
        terminal.say(Code.WATCH, "test: " + names(changed) + " changed: running " + names(paths(touched)) + also);
        List<TestFile> all = new ArrayList<>(touched);
        all.addAll(failed);
        return command.round(all, Set.of());
    }

    private static List<Path> paths(List<TestFile> some) {
        return some.stream().map(TestFile::path).toList();
    }

    private static String names(Iterable<Path> paths) {
        List<String> names = new ArrayList<>();
        paths.forEach(each -> names.add(each.getFileName().toString()));
        String shown = String.join(", ", names.subList(0, Math.min(names.size(), NAMES_SHOWN)));
        return names.size() <= NAMES_SHOWN ? shown : shown + " and " + (names.size() - NAMES_SHOWN) + " more";
    }
}
