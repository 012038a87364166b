package io.qpy.testing;

import io.qpy.runtime.QpyRuntime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Runs test files, several at a time, each on a device of its own. While one runs, the interpreter of the next gets
 * ready.
 */
public final class TestRun {
    private final QpyRuntime runtime;
    private final TestBed.Factory beds;
    private final TestPlan plan;
    private final TestListener listener;
    private final Set<OutputRun> running = ConcurrentHashMap.newKeySet();
    private Queue<TestFile> waiting;
    private int failures;
    private boolean interrupted;

    public TestRun(QpyRuntime runtime, TestBed.Factory beds, TestPlan plan, TestListener listener) {
        this.runtime = runtime;
        this.beds = beds;
        this.plan = plan;
        this.listener = listener;
    }

    /** Runs them; returns when the last has ended. Once only. */
    public void run(List<TestFile> files) throws InterruptedException {
        waiting = new ArrayDeque<>(files);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "qpy-test-timer");
            thread.setDaemon(true);
            return thread;
        });
        Workshop workshop = new Workshop(runtime, beds, plan, timer);
        List<Thread> lanes = new ArrayList<>();
        for (int i = 0; i < Math.min(plan.jobs(), files.size()); i++) {
            lanes.add(new Thread(() -> work(workshop), "qpy-test-lane"));
        }
        lanes.forEach(Thread::start);
        for (Thread lane : lanes) {
            lane.join();
        }
        timer.shutdownNow();
    }

    private void work(Workshop workshop) {
        WarmInterpreter next = null;
        for (TestFile file = take(); file != null; file = take()) {
            WarmInterpreter ready = next != null ? next : new WarmInterpreter(runtime);
            OutputRun run = new OutputRun(file, workshop);
            running.add(run);
            ready.serve(run);
            next = anyWaiting() ? new WarmInterpreter(runtime) : null;
            report(run.result().join());
            running.remove(run);
        }
        if (next != null) {
            next.dismiss();
        }
    }

    private synchronized TestFile take() {
        return interrupted || failures >= plan.maxFailures() ? null : waiting.poll();
    }

    private synchronized boolean anyWaiting() {
        return !waiting.isEmpty();
    }

    private synchronized void report(TestResult result) {
        if (!interrupted) {
            listener.finished(result);
            failures += result.outcome().isFailure() ? 1 : 0;
        }
    }

    /** Ends what runs, and begins no more; from any thread. */
    public void interrupt() {
        synchronized (this) {
            interrupted = true;
        }
        running.forEach(OutputRun::stop);
    }

    /** Whether it was ended so. */
    public synchronized boolean isInterrupted() {
        return interrupted;
    }
}
