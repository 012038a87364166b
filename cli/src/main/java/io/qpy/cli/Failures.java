package io.qpy.cli;

import io.qpy.device.Code;
import io.qpy.sandbox.net.SandboxException;
import io.qpy.start.Terminal;
import io.qpy.wiring.ConfigException;
import java.io.IOException;

/** Tells a person in one line why a command has failed; of a bug of qpy's, also where. */
final class Failures {
    private static final int BUG = 70;

    private final Terminal terminal;

    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Tells the failure.
     *
     * @param misuse the exit code for what the person got wrong
     * @return the exit code
     */
    int tell(Throwable e, int misuse) {
        if (e instanceof UsageException usage) {
            terminal.say(usage.notice());
            return misuse;
        }
        if (e instanceof ConfigException || e instanceof SandboxException) {
            terminal.say(e instanceof ConfigException ? Code.CONFIG : Code.SANDBOX, e.getMessage());
            return misuse;
        }
        if (e instanceof IOException) {
            terminal.say(Code.PC_FILES, e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage());
            return 1;
        }
        terminal.say(Code.BUG, "a bug in qpy: " + e + " (please report it)");
        e.printStackTrace(terminal.errorText());
        return BUG;
    }
}
