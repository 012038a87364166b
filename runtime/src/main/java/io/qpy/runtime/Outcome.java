package io.qpy.runtime;

import io.qpy.device.power.Power;

/**
 * How a script ended.
 *
 * @param ending what ended it
 * @param exitCode the process's exit code for it
 * @param where {@code file:line} that it was at, when it was stopped from outside; else empty
 */
public record Outcome(Ending ending, int exitCode, String where) {
    /** What ended a script. */
    public enum Ending {
        /** It ran to its end, or called {@code sys.exit}. */
        FINISHED,
        /** An exception that nobody caught; its traceback is on the console. */
        EXCEPTION,
        /** Its time was up. */
        TIMED_OUT,
        /** It switched the module off. */
        SWITCHED_OFF,
        /** It restarted the module. */
        RESTARTED,
        /** {@code KeyboardInterrupt} that nobody caught. */
        INTERRUPTED,
        /** A fault of qpy's own. */
        BUG
    }

    static Outcome finished(int exitCode) {
        return new Outcome(Ending.FINISHED, exitCode, "");
    }

    static Outcome exception() {
        return new Outcome(Ending.EXCEPTION, 1, "");
    }

    static Outcome timedOut(String where) {
        return new Outcome(Ending.TIMED_OUT, 42, where);
    }

    static Outcome switched(Power.Switched how) {
        return new Outcome(how == Power.Switched.OFF ? Ending.SWITCHED_OFF : Ending.RESTARTED, 0, "");
    }

    static Outcome interrupted() {
        return new Outcome(Ending.INTERRUPTED, 130, "");
    }

    static Outcome bug() {
        return new Outcome(Ending.BUG, 70, "");
    }
}
