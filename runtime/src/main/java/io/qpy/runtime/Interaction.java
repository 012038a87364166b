package io.qpy.runtime;

import io.qpy.device.Notice;
import io.qpy.device.Notices;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/**
 * What a prompt talks to: pieces of code that run one after the other in the globals of {@code __main__}. All of it
 * belongs to one thread.
 */
public final class Interaction {
    /** How a piece of code is read. */
    public enum Mode {
        /** One statement; the value of an expression is printed and becomes {@code _}. */
        SINGLE("single"),
        /** A whole file. */
        FILE("exec");

        private final String python;

        Mode(String python) {
            this.python = python;
        }
    }

    /** How a piece of code ended. */
    public enum Ending {
        NORMAL,
        EXCEPTION,
        /** {@code KeyboardInterrupt} that nobody caught. */
        INTERRUPTED,
        /** {@code SystemExit}: the device wants to be reset. */
        EXIT
    }

    /**
     * The end of a piece of code.
     *
     * @param traceback as MicroPython prints it, each line with {@code \n}; empty where there is none
     * @param exitCode what {@code sys.exit} was given; 0 for any other ending
     * @param notices what the person at the PC is told, after the traceback: lines about the exception, and about what the
     *     module would refuse; may be empty
     */
    public record Reply(Ending ending, String traceback, int exitCode, List<Notice> notices) {
        public Reply(Ending ending, String traceback, int exitCode) {
            this(ending, traceback, exitCode, List.of());
        }

        /** Says the notices. */
        public void explain(Notices to) {
            notices.forEach(to::say);
        }
    }

    /**
     * Something that the code before the cursor can be completed with.
     *
     * @param text what would stand there
     * @param start where it begins, in characters of the code
     * @param description a line about it; may be empty
     */
    public record Completion(String text, int start, String description) {}

    private final Session session;
    private final Value python;

    Interaction(Session session, Value python) {
        this.session = session;
        this.python = python;
    }

    /** Runs a piece of code that was typed. */
    public Reply execute(String source, Mode mode) {
        return execute("<stdin>", source, mode);
    }

    /** Runs a script to the end of its main program; its names stay. */
    public Reply execute(Script script) {
        session.thread().runInForeground(() -> python.invokeMember("arguments", names(script)));
        return execute(script.name(), script.source(), Mode.FILE);
    }

    private static Object[] names(Script script) {
        List<Object> all = new ArrayList<>(List.of(script.name()));
        all.addAll(script.arguments());
        return all.toArray();
    }

    /** Runs a piece of code of that name to its end. */
    public Reply execute(String name, String source, Mode mode) {
        try {
            Value result =
                    session.thread().runInForeground(() -> python.invokeMember("execute", name, source, mode.python));
            Ending ending = Ending.valueOf(result.getArrayElement(0).asString());
            List<Notice> notices = new ArrayList<>(notices(result.getArrayElement(3)));
            if (ending != Ending.EXIT) {
                notices.addAll(session.review(source));
            }
            return new Reply(
                    ending,
                    result.getArrayElement(1).asString(),
                    result.getArrayElement(2).asInt(),
                    notices);
        } catch (PolyglotException e) {
            return unfinished(name, e);
        }
    }

    private static List<Notice> notices(Value known) {
        return known.isNull()
                ? List.of()
                : List.of(new Notice(
                        known.getArrayElement(0).asString(),
                        known.getArrayElement(1).asString()));
    }

    private Reply unfinished(String name, PolyglotException e) {
        if (e.isCancelled()) {
            return new Reply(Ending.EXIT, "", 0);
        }
        if (!new Failure(e).isKeyboardInterrupt()) {
            return new Reply(Ending.EXCEPTION, session.report().explain("running " + name, e), 0);
        }
        return new Reply(Ending.INTERRUPTED, "Traceback (most recent call last):\nKeyboardInterrupt: \n", 0);
    }

    /** What the code before the cursor can be completed with; empty where nothing is known. Runs no code of a script's. */
    public List<Completion> complete(String code) {
        List<Completion> all = new ArrayList<>();
        try {
            Value found = session.thread().runInForeground(() -> python.invokeMember("complete", code));
            for (long i = 0; i < found.getArraySize(); i++) {
                Value each = found.getArrayElement(i);
                all.add(new Completion(
                        each.getArrayElement(0).asString(),
                        each.getArrayElement(1).asInt(),
                        each.getArrayElement(2).asString()));
            }
        } catch (PolyglotException e) {
            if (!e.isCancelled() && !new Failure(e).isKeyboardInterrupt()) {
                String ignored = session.report().explain("completing '" + code + "'", e);
            }
        }
        return all;
    }
}
