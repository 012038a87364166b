package io.qpy.runtime;

import io.qpy.device.Device;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;

/** The thread that runs the script's main program, or what was typed at a prompt; what other threads raise in it. */
final class ScriptThread {
    /** For the thread to say where it is. */
    private static final int PATIENCE_SECONDS = 1;

    private final Interpreter interpreter;
    private final Device device;
    private volatile Thread running; // null between two runs
    private final Object foreground = new Object();
    private Future<Void> interruption;
    private boolean interruptedEarly;

    ScriptThread(Interpreter interpreter, Device device) {
        this.interpreter = interpreter;
        this.device = device;
    }

    /** Runs a main program on this thread, as a device thread. */
    Outcome run(Supplier<Outcome> program) {
        running = Thread.currentThread();
        int place = device.time().expect();
        device.power().begin();
        device.time().enter(place);
        try {
            long delay = device.power().takeDelay();
            if (delay > 0) {
                device.waits().sleep(delay); // until the alarm that switches it on
            }
            return program.get();
        } finally {
            device.time().leave();
            running = null;
        }
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

    /** {@link Session#exhaust}. */
    Future<Void> exhaust() {
        Thread thread = running;
        return thread == null
                ? CompletableFuture.completedFuture(null)
                : interpreter.raise(device, thread, InterruptInstrument.MEMORY_ERROR);
    }

    /** {@link Session#interrupt}. */
    boolean interrupt() {
        Thread thread = running;
        if (thread != null) {
            device.waits()
                    .interruptAll(
                            thread, interpreter.interrupter().raise(thread, InterruptInstrument.KEYBOARD_INTERRUPT));
        }
        return thread != null;
    }

    /** {@link Session#interruptForeground}. */
    void interruptForeground() {
        synchronized (foreground) {
            Thread thread = running;
            interruptedEarly = thread == null;
            if (thread != null) {
                interruption = interpreter.raise(device, thread, InterruptInstrument.KEYBOARD_INTERRUPT);
            }
        }
    }

    /** {@link Session#forgetInterrupt}. */
    void forgetInterrupt() {
        synchronized (foreground) {
            interruptedEarly = false;
        }
    }

    /** Where the script is, as {@code file:line}; empty if it does not say so soon. */
    String place() {
        Thread thread = running;
        if (thread == null) {
            return "";
        }
        CompletableFuture<String> found = interpreter.interrupter().locate(thread);
        device.waits().interruptAll(thread, found);
        return found.completeOnTimeout("", PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
}
