package io.qpy.cli;

import io.qpy.runtime.Interpreter;
import io.qpy.runtime.Session;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One run of {@code qpy run --watch}. Another thread may end it at any time. */
final class WatchedRound implements Round {
    /** What a script may do about a KeyboardInterrupt, and then how long one step may go on. */
    private static final long GRACE_MILLIS = 2000;

    private final WatchedThread thread;
    private final InputStream input;
    private final CompletableFuture<Integer> end;
    private Runnable onInterrupt = () -> {};
    private boolean interrupted;
    private boolean released; // of the thread that runs it
    private volatile boolean stopped;
    private volatile ProgramRun run; // null until the program begins

    WatchedRound(WatchedThread thread, WatchedInput input) {
        this.thread = thread;
        end = new CompletableFuture<>();
        this.input = input.until(end);
    }

    @Override
    public Interpreter interpreter() {
        return thread.interpreter();
    }

    @Override
    public InputStream input() {
        return input;
    }

    @Override
    public synchronized Runnable onInterrupt(Runnable action) {
        onInterrupt = action;
        if (interrupted) {
            begin(action);
        }
        return () -> {
            synchronized (this) {
                onInterrupt = () -> {};
            }
        };
    }

    @Override
    public void started(ProgramRun value) {
        run = value;
    }

    /** The thread's interpreter serves the next run, if nothing is left in it; a program that has restarted the module has another. */
    @Override
    public void end(Session session) {
        released = !run.hasRestarted() && session.release();
        if (!released) {
            session.close();
        }
    }

    @Override
    public boolean isStopped() {
        return stopped;
    }

    /** It has ended; whether its interpreter can serve another. */
    boolean ended(int exitCode) {
        end.complete(exitCode);
        return run == null || released;
    }

    /** Completes with its exit code. */
    CompletableFuture<Integer> end() {
        return end;
    }

    /** Ends it as Ctrl-C does, or else as a time-out does. Returns whether it has ended: one step of a script may take hours. */
    boolean stop() throws InterruptedException {
        synchronized (this) {
            interrupted = true;
            begin(onInterrupt);
        }
        if (hasEnded()) {
            return true;
        }
        ProgramRun there = run;
        if (there != null) {
            stopped = true;
            Session session = there.session();
            begin(session::expire);
        }
        return hasEnded();
    }

    /** On a thread of its own, which may wait for what does not end. */
    private static void begin(Runnable action) {
        Thread stopping = new Thread(action, "qpy-stop");
        stopping.setDaemon(true);
        stopping.start();
    }

    private boolean hasEnded() throws InterruptedException {
        try {
            Integer ignored = end.get(GRACE_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a round ends with an exit code", e);
        }
    }
}
