package io.qpy.device.time;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** The threads on which client libraries wait for the network. */
final class Helpers {
    private final Changes changes;
    private final Waiting waiting;
    private final Set<Thread> helpers = new HashSet<>();

    Helpers(Changes changes, Waiting waiting) {
        this.changes = changes;
        this.waiting = waiting;
    }

    /** A daemon thread, not yet started. */
    Thread make(String name, Runnable work) {
        Thread thread = new Thread(() -> assist(work), name);
        thread.setDaemon(true);
        synchronized (changes) {
            helpers.add(thread);
        }
        return thread;
    }

    private void assist(Runnable work) {
        try {
            work.run();
        } finally {
            synchronized (changes) {
                helpers.remove(Thread.currentThread());
                changes.tell();
            }
        }
    }

    /** Whether each waits, here or for another helper. The caller holds the monitor. */
    boolean areIdle() {
        return helpers.stream().allMatch(this::isIdle);
    }

    private boolean isIdle(Thread helper) {
        return (helper.getState() == Thread.State.WAITING && !isAboutToLock(helper)) || waiting.contains(helper);
    }

    /** Whether the thread waits for a lock that another holds for a moment; the threads of a pool have some. */
    private static boolean isAboutToLock(Thread helper) {
        Object blocker = LockSupport.getBlocker(helper);
        return blocker != null && blocker.getClass().getEnclosingClass() == ReentrantLock.class;
    }

    @Override
    public String toString() {
        List<Thread> busy = helpers.stream().filter(each -> !isIdle(each)).toList();
        return "helpers not idle " + busy;
    }
}
