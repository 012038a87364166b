package io.qpy.runtime;

import io.qpy.device.Code;
import io.qpy.device.Device;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/** Tells how a run has ended: the outcome to the caller, a traceback to the console, the rest to the person at the PC. */
final class RunReport {
    private final Device device;
    private final Bugs bugs;

    RunReport(Device device, Bugs bugs) {
        this.device = device;
        this.bugs = bugs;
    }

    /** Of a run that the boot code has brought to its end: how, and an exit code. */
    Outcome ended(Value result) {
        if (bugs.any()) {
            return bug();
        }
        int exitCode = result.getArrayElement(1).asInt();
        return switch (result.getArrayElement(0).asString()) {
            case "interrupted" -> Outcome.interrupted();
            case "exception" -> Outcome.exception();
            default -> Outcome.finished(exitCode);
        };
    }

    /** Of a run that ended with an exception out of the boot code. */
    Outcome failed(Script script, PolyglotException e) {
        Failure failure = new Failure(e);
        if (e.isInterrupted() || failure.isKeyboardInterrupt()) {
            return Outcome.interrupted();
        }
        if (failure.isBug()) {
            bugs.record("running " + script.name(), e);
            return bug();
        }
        write(failure.traceback());
        notice(failure);
        return Outcome.exception();
    }

    private void write(String traceback) {
        try {
            device.console().errors().write(traceback.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // Nobody reads it.
        }
    }

    private void notice(Failure failure) {
        if (!failure.notice().isEmpty()) {
            device.notices().say(Code.INTERPRETER, failure.notice());
        }
    }

    /** Returns the traceback that a prompt shows for an exception out of the boot code; tells the person the rest. */
    String explain(String where, PolyglotException e) {
        Failure failure = new Failure(e);
        if (failure.isBug()) {
            bugs.record(where, e);
            Outcome ignored = bug();
            return "Traceback (most recent call last):\nRuntimeError: a bug in qpy\n";
        }
        notice(failure);
        return failure.traceback();
    }

    private Outcome bug() {
        device.notices().say(Code.BUG, "a bug in qpy: " + bugs.first() + " (please report it; --trace shows more)");
        return Outcome.bug();
    }
}
