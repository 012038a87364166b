package io.qpy.runtime;

import io.qpy.device.Device;
import io.qpy.device.Notice;
import io.qpy.module.Callbacks;
import io.qpy.module.DeviceModule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.TypeLiteral;
import org.graalvm.polyglot.Value;

/**
 * A device that is switched on: one interpreter, in which scripts run. {@link #interrupt} and {@link #expire} may be
 * called from any thread; everything else belongs to one.
 */
public final class Session implements AutoCloseable {
    private static final Script UPDATE = Script.of("_boot.py", "");

    private final Device device;
    private final Callbacks callbacks;
    private final Bugs bugs = new Bugs();
    private final Interpreter interpreter;
    private final ScriptThread thread;
    private final RunReport report;
    private final SessionEnd end = new SessionEnd();
    private Interaction interaction;
    private boolean isReset;
    private volatile Function<String, List<Notice>> reviewer = source -> List.of();

    Session(Interpreter interpreter, List<DeviceModule> modules, Device device, boolean strict) {
        this.interpreter = interpreter;
        this.device = device;
        callbacks = new Callbacks(device.time(), () -> device.board().drop());
        thread = new ScriptThread(interpreter, device);
        report = new RunReport(device, bugs);
        interpreter.attach(device, modules, callbacks, bugs, strict);
    }

    /** Runs a script on this thread, to its end. */
    public Outcome run(Script script) {
        device.power().ownedBy(switched -> stop(Outcome.switched(switched)));
        try {
            return run(script, "run", arguments(script));
        } finally {
            device.power().ownedBy(null);
        }
    }

    /** Ends runs so many nanoseconds after their main program and their threads, where timers or interrupts may still come. */
    public void giveUpEventsAfter(long length) {
        callbacks.giveUpAfter(length);
    }

    /** Returns the paths of the scripts that have been imported; belongs to the thread that ran them. */
    public List<String> imported() {
        return interpreter.boot().invokeMember("imported").as(new TypeLiteral<List<String>>() {});
    }

    /** Imports a module of the device's, before any script runs. */
    public void load(String module) {
        interpreter.boot().invokeMember("load", module);
    }

    /** Lets a module of the device's run a script: calls its function {@code drive(name, source)}. */
    public Outcome drive(String module, Script script) {
        return run(script, "drive", module, script.name(), script.source());
    }

    private Outcome run(Script script, String how, Object... arguments) {
        return thread.run(() -> runToEnd(script, how, arguments));
    }

    private Outcome runToEnd(Script script, String how, Object... arguments) {
        try {
            Value result = interpreter.boot().invokeMember(how, arguments);
            Outcome stopped = end.stopped();
            return stopped == null ? report.ended(result) : stopped;
        } catch (PolyglotException e) {
            Outcome stopped = end.stopped();
            return stopped == null ? report.failed(script, e) : stopped;
        }
    }

    /**
     * Puts the files of an update over the air in their places, as the firmware's boot does before it looks for a script (facts-board.md
     * B11.22). {@link io.qpy.device.flash.BootFiles#hasUpdate} says whether one waits.
     */
    public Outcome update() {
        return thread.run(() -> runToEnd(UPDATE, "call", "app_fota_updater", "update"));
    }

    /** Makes a folder the current one, before a script runs; without that, it is {@code /}. */
    public void enter(String folder) {
        interpreter.boot().invokeMember("enter", folder);
    }

    private static Object[] arguments(Script script) {
        List<Object> all = new ArrayList<>(List.of(script.name(), script.source()));
        all.addAll(script.arguments());
        return all.toArray();
    }

    /** What a prompt talks to. */
    public synchronized Interaction interaction() {
        if (interaction == null) {
            interaction = new Interaction(this, interpreter.boot().invokeMember("interaction"));
        }
        return interaction;
    }

    /** Looks at each piece of code of a prompt when it has run; {@code look} returns what the person is told of it. */
    public void review(Function<String, List<Notice>> look) {
        reviewer = look;
    }

    List<Notice> review(String source) {
        return reviewer.apply(source);
    }

    Interpreter interpreter() {
        return interpreter;
    }

    ScriptThread thread() {
        return thread;
    }

    RunReport report() {
        return report;
    }

    /** Raises MemoryError in the thread that runs the script: it holds more than it may. Done when it was raised. */
    public Future<Void> exhaust() {
        return thread.exhaust();
    }

    /** Raises KeyboardInterrupt in the thread that runs the script, wherever it is. Returns whether a script runs. */
    public boolean interrupt() {
        return thread.interrupt();
    }

    /**
     * Raises KeyboardInterrupt in what a prompt runs, or is about to run; the script's other threads do not notice. {@link
     * #forgetInterrupt} takes back what came too late.
     */
    public void interruptForeground() {
        thread.interruptForeground();
    }

    /** A prompt begins with something new. */
    public void forgetInterrupt() {
        thread.forgetInterrupt();
    }

    /** Stops the script for good: its time is up. */
    public void expire() {
        stop(Outcome.timedOut(thread.place()));
    }

    /** The same where nobody is left who would hear why. */
    public void abandon() {
        stop(Outcome.timedOut(""));
    }

    private void stop(Outcome how) {
        end.stop(how, this::stop);
    }

    /** Whether its time was up. */
    public boolean isExpired() {
        Outcome stopped = end.stopped();
        return stopped != null && stopped.ending() == Outcome.Ending.TIMED_OUT;
    }

    private void stop() {
        device.waits().interruptAll();
        interpreter.stop();
    }

    /** What qpy's own fault was, for {@code --trace}; null if there was none. */
    public Throwable bugCause() {
        return bugs.cause();
    }

    /** Ends the interpreter with its threads and sockets, and leaves the device on: what a soft reset does. */
    public void reset() {
        isReset = true;
        callbacks.close();
        device.reset();
        stop();
        device.reset(); // of what a thread has opened meanwhile
        interpreter.close();
        device.time().forgetThreads();
    }

    /**
     * Switches the device off and frees its interpreter, if the script left nothing behind in there: no thread, no change of
     * what every script has. Its facades and the scripts' modules are gone with their importer.
     *
     * @return whether the interpreter can serve another session; if not, this one is to be closed
     */
    public boolean release() {
        if (!end.release(() -> !isReset && !bugs.any() && callbacks.areUnused() && interpreter.release())) {
            return false;
        }
        callbacks.close();
        device.close();
        return true;
    }

    /** Switches the device off: its threads end, its sockets and files are closed. */
    @Override
    public void close() {
        callbacks.close();
        device.close();
        stop();
        interpreter.close();
    }
}
