package io.qpy.cli;

import io.qpy.runtime.QpyRuntime;
import io.qpy.runtime.StartupTimes;
import io.qpy.wiring.Modules;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The standby process: it makes an interpreter, waits until the launcher hands it a call that wants one, serves that one
 * and ends. The launcher made its folder, and has started another by then.
 */
public final class Standby {
    private Standby() {}

    /** The folder that the launcher made, and the name that it gets when all is ready. */
    public static void main(String[] arguments) throws IOException {
        StandbyFolder folder = new StandbyFolder(Path.of(arguments[0]));
        // What a script uses is loaded once one has run. A test of how a call is served need not wait for that.
        if (!Boolean.getBoolean("qpy.standby.untrained")) {
            Training.run();
        }
        QpyRuntime runtime = new QpyRuntime(Modules.all());
        runtime.prepareAhead();
        System.gc(); // what is left of the training goes back to the system
        ControlPipe control = new ControlPipe(folder.resolve("control"));
        folder.announce(Path.of(arguments[1]));
        Caller caller = Caller.accept(folder, control);
        Invocation invocation =
                Invocation.prepared(caller.terminal(), caller.workingDirectory(), StartupTimes.sinceNow(), runtime);
        int exitCode = Main.execute(invocation, caller.arguments());
        caller.answer(exitCode);
        System.exit(exitCode);
    }
}
