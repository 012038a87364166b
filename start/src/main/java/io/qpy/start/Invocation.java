package io.qpy.start;

import io.qpy.device.Device;
import io.qpy.device.Notice;
import io.qpy.runtime.Interpreter;
import io.qpy.runtime.QpyRuntime;
import io.qpy.runtime.Session;
import io.qpy.runtime.StartupTimes;
import io.qpy.wiring.Modules;
import java.nio.file.Path;
import java.util.function.IntConsumer;

/**
 * What one call of the command has: its streams, the folder that it was called in, what runs scripts. A standby process
 * has the last, with an interpreter made ahead, before it is called.
 */
public final class Invocation implements AutoCloseable {
    private final Terminal terminal;
    private final Path folder;
    private final StartupTimes times;
    private IntConsumer halt = Runtime.getRuntime()::halt;
    private QpyRuntime runtime;
    private Interpreter interpreter;
    private volatile Session running;
    private boolean training;
    private boolean servesMore;

    private Invocation(Terminal terminal, Path folder, StartupTimes times) {
        this.terminal = terminal;
        this.folder = folder;
        this.times = times;
    }

    /** A call of this process. */
    public static Invocation ofProcess() {
        StartupTimes times = StartupTimes.sinceProcessStart();
        times.end("Java");
        return of(Terminal.ofProcess(), times);
    }

    /** A call in this process's folder. */
    public static Invocation of(Terminal terminal, StartupTimes times) {
        return new Invocation(terminal, Path.of("").toAbsolutePath(), times);
    }

    /** A call that nobody has made, for what it loads. */
    static Invocation ofTraining(Terminal terminal) {
        Invocation invocation = of(terminal, StartupTimes.sinceNow());
        invocation.training = true;
        return invocation;
    }

    /**
     * A call from elsewhere, after which this process serves the next.
     *
     * @param halt ends this process, after telling who called the exit code
     */
    static Invocation prepared(
            Terminal terminal, Path folder, StartupTimes times, QpyRuntime runtime, IntConsumer halt) {
        Invocation invocation = new Invocation(terminal, folder, times);
        invocation.runtime = runtime;
        invocation.halt = halt;
        invocation.servesMore = true;
        return invocation;
    }

    /** Whether other terminals may find its device, as {@code qpy board} does. */
    public boolean isReachable() {
        return !training;
    }

    /** The call's streams. */
    public Terminal terminal() {
        return terminal;
    }

    /** Ends the call at once, where a script cannot be stopped: no more than this line is said. */
    public void halt(Notice line, int exitCode) {
        try {
            terminal.say(line);
        } finally {
            halt.accept(exitCode);
        }
    }

    /** The working directory of who called, absolute. */
    public Path folder() {
        return folder;
    }

    /** How long each step of the start has taken. */
    public StartupTimes times() {
        return times;
    }

    /** Makes what takes longest while the command line is still being read. */
    public void expectScript() {
        if (runtime == null) {
            runtime().makeEngineAhead();
        }
    }

    /** Opens the terminal while the command line is still being read. */
    public void expectPrompt() {
        if (terminal.isInteractive() && !terminal.isDumb()) {
            terminal.seat().openAhead();
        }
    }

    /** What runs scripts; made when first asked for, unless the process has one ready. */
    public QpyRuntime runtime() {
        if (runtime == null) {
            runtime = new QpyRuntime(Modules.all());
        }
        return runtime;
    }

    /** The interpreter for the call's one script. */
    public Interpreter interpreter() {
        if (interpreter == null) {
            interpreter = runtime().prepare(times);
        }
        return interpreter;
    }

    /** Switches a device on; {@link QpyRuntime#start(Interpreter, Device, boolean)}. */
    public Session start(Interpreter in, Device device, boolean strict) {
        Session session = runtime().start(in, device, strict);
        running = session;
        return session;
    }

    /** Stops what runs: whoever called has gone. */
    void abandon() {
        Session session = running;
        if (session != null) {
            session.abandon();
        }
    }

    /** Ends a session of the call's. Where the process serves further calls, the next has its interpreter, if nothing is left in it. */
    public void end(Session session) {
        if (servesMore) {
            runtime.end(session);
        } else {
            session.close();
        }
    }

    /** The same for an interpreter in which no script has run. */
    public void end(Interpreter unused) {
        if (servesMore) {
            runtime.keep(unused);
        } else {
            unused.close();
        }
    }

    /** Ends what has been made for it, for a process that goes on. */
    @Override
    public void close() {
        if (runtime != null) {
            runtime.close();
        }
    }
}
