package io.qpy.start;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.qpy.runtime.QpyRuntime;
import io.qpy.runtime.StartupTimes;
import io.qpy.wiring.Modules;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The standby process: it has an interpreter ready, waits until the launcher hands it a call that wants one, serves that, and
 * waits for the next. It ends when a call has left something behind, after a number of calls, or when none comes; the launcher
 * then starts another.
 */
public final class Standby {
    /** How long the compiler still works on what has run often. */
    private static final int COMPILING_MILLIS = 5000;

    /** After so many calls it is replaced: what nobody has thought of must not add up for ever. */
    private static final int MOST_CALLS = 1000;

    private final Command command;
    private final QpyRuntime runtime = new QpyRuntime(Modules.all());

    private Standby(Command command) {
        this.command = command;
    }

    /**
     * Serves calls, and ends the process.
     *
     * @param made the folder that the launcher made
     * @param ready the name that it gets when all is ready
     */
    public static void serve(Command command, Path made, Path ready) throws IOException {
        // What a script uses is loaded once one has run. A test of how a call is served need not wait for that.
        if (!Boolean.getBoolean("qpy.standby.untrained")) {
            new Training(command).run();
        }
        new Standby(command).serve(new StandbyFolder(made, ready));
        System.exit(0);
    }

    private void serve(StandbyFolder first) throws IOException {
        runtime.rehearseAhead();
        System.gc(); // what is left of the training goes back to the system
        Leftovers leftovers = new Leftovers();
        StandbyFolder folder = first;
        for (int call = 1; folder != null; call++) {
            folder.announce();
            serveOne(folder);
            String left = leftovers.what();
            log(left);
            folder = call < MOST_CALLS && left.isEmpty() ? next(folder) : null;
        }
    }

    /** Notes why the process ends, for its developers: the system property names a file. */
    private static void log(String left) throws IOException {
        String file = System.getProperty("qpy.standby.log");
        if (file != null && !left.isEmpty()) {
            Files.writeString(Path.of(file), left + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private StandbyFolder next(StandbyFolder last) throws IOException {
        if (!runtime.hasOneAhead()) {
            runtime.rehearseAhead();
        }
        return last.next();
    }

    private void serveOne(StandbyFolder folder) throws IOException {
        Thread cleaner = cleanLater();
        Caller caller = Caller.accept(folder);
        cleaner.interrupt();
        HeapSize.GROWING.set();
        Invocation invocation = Invocation.prepared(
                caller.terminal(),
                caller.workingDirectory(),
                StartupTimes.sinceNow(),
                runtime,
                code -> halt(caller, code));
        caller.stopsBy(invocation::abandon);
        caller.answer(command.execute(invocation, caller.arguments()));
    }

    private static void halt(Caller caller, int exitCode) {
        try {
            caller.answer(exitCode);
        } catch (IOException e) {
            // The launcher is gone.
        } finally {
            Runtime.getRuntime().halt(exitCode);
        }
    }

    /** Gives back to the system what the compiler and the last call have used, if no call comes before. */
    private static Thread cleanLater() {
        Thread cleaner = new Thread(
                () -> {
                    try {
                        Thread.sleep(COMPILING_MILLIS);
                        HeapSize.SMALL.set();
                        System.gc();
                    } catch (InterruptedException e) {
                        // A call has come.
                    }
                },
                "qpy-cleaner");
        cleaner.setDaemon(true);
        cleaner.start();
        return cleaner;
    }

    /** How much free heap there is: little while the process waits, else a script would have all of it collected all the time. */
    private enum HeapSize {
        SMALL("10", "5"),
        GROWING("70", "40");

        private final String most;
        private final String least;

        HeapSize(String most, String least) {
            this.most = most;
            this.least = least;
        }

        void set() {
            HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            boolean grows = this == GROWING;
            // The JVM refuses a least that is more than the most.
            jvm.setVMOption(grows ? "MaxHeapFreeRatio" : "MinHeapFreeRatio", grows ? most : least);
            jvm.setVMOption(grows ? "MinHeapFreeRatio" : "MaxHeapFreeRatio", grows ? least : most);
        }
    }
}
