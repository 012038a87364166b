package io.qpy.runtime;

import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.Notice;
import io.qpy.module.Callbacks;
import io.qpy.module.DeviceModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.TypeLiteral;
import org.graalvm.polyglot.Value;

/**
 * A device that is switched on: one interpreter, in which scripts run. {@link #interrupt} and {@link #expire} may be
 * called from any thread; everything else belongs to one.
 */
public final class Session implements AutoCloseable {
    /** For a thread to say where it is. */
    private static final int PATIENCE_SECONDS = 1;

    private final Device device;
    private final Callbacks callbacks;
    private final Bugs bugs = new Bugs();
    private final Interpreter interpreter;
    private volatile Thread running;
    private final Object foreground = new Object();
    private Future<Void> interruption;
    private boolean interruptedEarly;
    private Interaction interaction;
    private final Object end = new Object();
    private volatile Outcome stopped; // how, where it was from outside
    private boolean released;
    private volatile Function<String, List<Notice>> reviewer = source -> List.of();

    Session(Interpreter interpreter, List<DeviceModule> modules, Device device, boolean strict) {
        this.interpreter = interpreter;
        this.device = device;
        this.callbacks = new Callbacks(device.time(), device.board()::drop);
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

    /** Returns the paths of the scripts that have been imported; belongs to the thread that ran them. */
    public List<String> imported() {
        return interpreter.boot().invokeMember("imported").as(new TypeLiteral<List<String>>() {});
    }

    /** Imports a module of the device's, before any script runs. */
    public void load(String module) {
        interpreter.boot().invokeMember("load", module);
    }

    /** Has a module of the device's run a script: calls its function {@code drive(name, source)}. */
    public Outcome drive(String module, Script script) {
        return run(script, "drive", module, script.name(), script.source());
    }

    private Outcome run(Script script, String how, Object... arguments) {
        running = Thread.currentThread();
        int place = device.time().expect();
        device.power().begin();
        device.time().enter(place);
        try {
            Value result = interpreter.boot().invokeMember(how, arguments);
            if (stopped != null) {
                return stopped;
            }
            return bugs.any() ? bug() : outcome(result);
        } catch (PolyglotException e) {
            return failure(script, e);
        } finally {
            device.time().leave();
            running = null;
        }
    }

    /** Makes a folder the current one, before a script runs; it is {@code /} otherwise. */
    public void enter(String folder) {
        interpreter.boot().invokeMember("enter", folder);
    }

    private static Object[] arguments(Script script) {
        List<Object> all = new ArrayList<>(List.of(script.name(), script.source()));
        all.addAll(script.arguments());
        return all.toArray();
    }

    private static Outcome outcome(Value result) {
        int exitCode = result.getArrayElement(1).asInt();
        return switch (result.getArrayElement(0).asString()) {
            case "interrupted" -> Outcome.interrupted();
            case "exception" -> Outcome.exception();
            default -> Outcome.finished(exitCode);
        };
    }

    private Outcome failure(Script script, PolyglotException e) {
        if (stopped != null) {
            return stopped;
        }
        Failure failure = new Failure(e);
        if (e.isInterrupted() || failure.isKeyboardInterrupt()) {
            return Outcome.interrupted();
        }
        if (failure.isBug()) {
            bugs.record("running " + script.name(), e);
            return bug();
        }
        tell(failure);
        return Outcome.exception();
    }

    private void tell(Failure failure) {
        try {
            device.console().errors().write(failure.traceback().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // Nobody reads it.
        }
        if (!failure.notice().isEmpty()) {
            device.notices().say(Code.INTERPRETER, failure.notice());
        }
    }

    private Outcome bug() {
        device.notices().say(Code.BUG, "a bug in qpy: " + bugs.first() + " (please report it; --trace shows more)");
        return Outcome.bug();
    }

    /** What a prompt talks to. */
    public synchronized Interaction interaction() {
        if (interaction == null) {
            interaction = new Interaction(this, interpreter.boot().invokeMember("interaction"));
        }
        return interaction;
    }

    /** Has each piece of code of a prompt looked at when it has run; {@code look} gives what the person is told of it. */
    public void review(Function<String, List<Notice>> look) {
        reviewer = look;
    }

    List<Notice> review(String source) {
        return reviewer.apply(source);
    }

    /** Runs Python on this thread for a prompt; {@link #interruptForeground} reaches it, and nothing of it reaches later. */
    Value runInForeground(Supplier<Value> python) {
        synchronized (foreground) {
            running = Thread.currentThread();
            if (interruptedEarly) {
                interruptForeground();
            }
        }
        try {
            return python.get();
        } finally {
            synchronized (foreground) {
                running = null;
                if (interruption != null) {
                    interruption.cancel(false);
                    interruption = null;
                }
            }
        }
    }

    /** What a prompt shows of what has come out of the boot code; says what it does not. */
    String explain(String where, PolyglotException e) {
        Failure failure = new Failure(e);
        if (failure.isBug()) {
            bugs.record(where, e);
            bug();
        } else if (!failure.notice().isEmpty()) {
            device.notices().say(Code.INTERPRETER, failure.notice());
        }
        return failure.isBug()
                ? "Traceback (most recent call last):\nRuntimeError: a bug in qpy\n"
                : failure.traceback();
    }

    /** Raises MemoryError in the thread that runs the script: it holds more than it may. Done when it was raised. */
    public Future<Void> exhaust() {
        Thread thread = running;
        return thread == null
                ? CompletableFuture.completedFuture(null)
                : interpreter.raise(device, thread, InterruptInstrument.MEMORY_ERROR);
    }

    /** Raises KeyboardInterrupt in the thread that runs the script, wherever it is; whether a script runs. */
    public boolean interrupt() {
        Thread thread = running;
        if (thread != null) {
            device.waits()
                    .interruptAll(
                            thread, interpreter.interrupter().raise(thread, InterruptInstrument.KEYBOARD_INTERRUPT));
        }
        return thread != null;
    }

    /**
     * Raises KeyboardInterrupt in what a prompt runs, or is about to run; the script's other threads do not notice. {@link
     * #forgetInterrupt} takes back what came too late.
     */
    public void interruptForeground() {
        synchronized (foreground) {
            Thread thread = running;
            interruptedEarly = thread == null;
            if (thread != null) {
                interruption = interpreter.raise(device, thread, InterruptInstrument.KEYBOARD_INTERRUPT);
            }
        }
    }

    /** A prompt begins with something new. */
    public void forgetInterrupt() {
        synchronized (foreground) {
            interruptedEarly = false;
        }
    }

    /** Stops the script for good: its time is up. */
    public void expire() {
        stop(Outcome.timedOut(place()));
    }

    private void stop(Outcome how) {
        synchronized (end) {
            if (!released && stopped == null) {
                stopped = how;
                stop();
            }
        }
    }

    /** Where the script is; empty where it does not say so soon. */
    private String place() {
        Thread thread = running;
        if (thread == null) {
            return "";
        }
        CompletableFuture<String> found = interpreter.interrupter().locate(thread);
        device.waits().interruptAll(thread, found);
        return found.completeOnTimeout("", PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Whether its time was up. */
    public boolean isExpired() {
        return stopped != null && stopped.ending() == Outcome.Ending.TIMED_OUT;
    }

    private void stop() {
        device.waits().interruptAll();
        interpreter.stop();
    }

    /** What qpy's own fault was, for {@code --trace}; null where there was none. */
    public Throwable bugCause() {
        return bugs.cause();
    }

    /** Ends the interpreter with its threads and sockets, and leaves the device on: what a soft reset does. */
    public void reset() {
        callbacks.close();
        device.reset();
        stop();
        device.reset(); // of what a thread has opened meanwhile
        interpreter.close();
        device.time().forgetThreads();
    }

    /**
     * Switches the device off and lets go of its interpreter, where nothing that ran is left in there: no thread, no change
     * of what every script has. Its facades and the scripts' modules are gone with their importer.
     *
     * @return whether the interpreter can serve another session; where not, this one is to be closed
     */
    public boolean release() {
        synchronized (end) {
            if (stopped != null || bugs.any() || !callbacks.areUnused() || !interpreter.release()) {
                return false;
            }
            released = true;
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
