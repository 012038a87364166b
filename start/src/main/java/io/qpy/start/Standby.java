package io.qpy.start;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.qpy.runtime.QpyRuntime;
import io.qpy.runtime.StartupTimes;
import io.qpy.wiring.Modules;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/**
 * The standby process: it makes an interpreter, waits until the launcher hands it a call that wants one, serves that one
 * and ends. The launcher made its folder, and starts another when that call has ended, or has taken ten seconds.
 */
public final class Standby {
    /** How long the compiler still works on what the training ran often. */
    private static final int COMPILING_MILLIS = 5000;

    private Standby() {}

    /**
     * Waits for a call, serves it, and ends the process.
     *
     * @param made the folder that the launcher made
     * @param ready the name that it gets when all is ready
     */
    public static void serve(Command command, Path made, Path ready) throws IOException {
        StandbyFolder folder = new StandbyFolder(made);
        // What a script uses is loaded once one has run. A test of how a call is served need not wait for that.
        if (!Boolean.getBoolean("qpy.standby.untrained")) {
            new Training(command).run();
        }
        QpyRuntime runtime = new QpyRuntime(Modules.all());
        runtime.rehearseAhead();
        System.gc(); // what is left of the training goes back to the system
        ControlPipe control = new ControlPipe(folder.resolve("control"));
        ReplyPipe reply = new ReplyPipe(folder.resolve("reply"));
        folder.announce(ready);
        Thread cleaner = cleanLater();
        Caller caller = Caller.accept(folder, control, reply);
        cleaner.interrupt();
        Invocation invocation = Invocation.prepared(
                caller.terminal(),
                caller.workingDirectory(),
                StartupTimes.sinceNow(),
                runtime,
                code -> halt(caller, code));
        int exitCode = command.execute(invocation, caller.arguments());
        caller.answer(exitCode);
        System.exit(exitCode);
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

    /** Gives back to the system what the compiler has used, if no call comes before; then has the heap grow as in any run. */
    private static Thread cleanLater() {
        Thread cleaner = new Thread(
                () -> {
                    try {
                        Thread.sleep(COMPILING_MILLIS);
                        System.gc();
                    } catch (InterruptedException e) {
                        // A call has come.
                    }
                    growFreely();
                },
                "qpy-cleaner");
        cleaner.setDaemon(true);
        cleaner.start();
        return cleaner;
    }

    /** A waiting process has little free heap, by the launcher's options. A script would have all of it collected all the time. */
    private static void growFreely() {
        HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        jvm.setVMOption("MaxHeapFreeRatio", "70");
        jvm.setVMOption("MinHeapFreeRatio", "40");
    }
}
