package io.qpy.testing;

import io.qpy.testing.coverage.Measurement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Runs test files, several at a time, each on a device of its own. */
public final class TestRun {
    private final TestPlan plan;
    private final Measurement coverage;
    private final TestListener listener;
    private final Interpreters interpreters;
    private final Set<FileRun> running = ConcurrentHashMap.newKeySet();
    private Queue<TestFile> waiting;
    private int failures;
    private boolean interrupted;

    /**
     * @param coverage what of the scripts has run
     * @param interpreters in which they run; they stay open
     */
    public TestRun(TestPlan plan, Measurement coverage, TestListener listener, Interpreters interpreters) {
        this.plan = plan;
        this.coverage = coverage;
        this.listener = listener;
        this.interpreters = interpreters;
    }

    /** Runs them; returns when the last has ended. Once only. */
    public void run(List<TestFile> files) throws InterruptedException {
        waiting = new ArrayDeque<>(
                files.stream().filter(plan.selection()::mayInclude).toList());
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "qpy-test-timer");
            thread.setDaemon(true);
            return thread;
        });
        Workshop workshop = new Workshop(interpreters.runtime(), plan, coverage, timer, listener(), this::isEnough);
        List<Thread> lanes = new ArrayList<>();
        for (int i = 0; i < Math.min(plan.jobs(), waiting.size()); i++) {
            lanes.add(new Thread(() -> work(workshop), "qpy-test-lane"));
        }
        lanes.forEach(Thread::start);
        for (Thread lane : lanes) {
            lane.join();
        }
        timer.shutdownNow();
    }

    /** One interpreter serves file after file; another gets ready meanwhile where the one before was not to be had again. */
    private void work(Workshop workshop) {
        boolean reusable = true;
        FileRun run = take(workshop);
        while (run != null) {
            WarmInterpreter interpreter = interpreters.take();
            running.add(run);
            interpreter.serve(run);
            if (!reusable && anyWaiting()) {
                interpreters.prepare();
            }
            reusable = run.await();
            running.remove(run);
            if (reusable) {
                interpreters.giveBack(interpreter);
            }
            FileRun rest = isEnough() ? null : run.rest();
            run = rest != null ? rest : take(workshop);
        }
    }

    private synchronized boolean isEnough() {
        return interrupted || failures >= plan.maxFailures();
    }

    private synchronized FileRun take(Workshop workshop) {
        TestFile file = isEnough() ? null : waiting.poll();
        return file == null ? null : FileRun.of(file, workshop);
    }

    private synchronized boolean anyWaiting() {
        return !waiting.isEmpty();
    }

    private TestListener listener() {
        return new TestListener() {
            @Override
            public void started(TestId test) {
                synchronized (TestRun.this) {
                    listener.started(test);
                }
            }

            @Override
            public void finished(TestResult result) {
                report(result);
            }
        };
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
        running.forEach(FileRun::stop);
    }

    /** Whether it was ended so. */
    public synchronized boolean isInterrupted() {
        return interrupted;
    }
}
