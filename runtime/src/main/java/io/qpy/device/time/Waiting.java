package io.qpy.device.time;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** The waits of all threads: how each begins, becomes ready, ends, and lets its thread go on. */
final class Waiting {
    private final Changes changes;
    private final Progress progress;
    private final DeviceThreads threads;
    private final Agenda agenda;
    private final Set<Wait> waits = new LinkedHashSet<>();
    private int resuming; // threads without a turn whose wait is over, and which do not go on yet

    Waiting(Changes changes, Progress progress, DeviceThreads threads, Agenda agenda) {
        this.changes = changes;
        this.progress = progress;
        this.threads = threads;
        this.agenda = agenda;
    }

    /**
     * This thread's wait begins.
     *
     * @param moment at which it ends at the latest
     * @return what is due at that moment; null for {@link Time#FOR_EVER}
     */
    Agenda.Entry begin(Wait wait, long moment) {
        synchronized (changes) {
            Agenda.Entry entry = add(wait, moment);
            changes.tell();
            return entry;
        }
    }

    /** {@link #begin}, which the caller, who holds the monitor, tells. */
    Agenda.Entry add(Wait wait, long moment) {
        waits.add(wait);
        threads.waits(wait.thread());
        progress.waited();
        if (wait.isReady() && !wait.takesTurns()) {
            end(wait);
        }
        changes.add();
        return moment == Time.FOR_EVER ? null : agenda.add(moment, wait, null);
    }

    /** What the wait is for has come; it may not have begun yet, or be over. */
    void ready(Wait wait) {
        synchronized (changes) {
            if (!wait.isReady()) {
                wait.ready(progress.rounds(), progress.now());
                if (!wait.takesTurns() && waits.contains(wait)) {
                    end(wait);
                }
                changes.tell();
            }
        }
    }

    /** This thread has just been interrupted: its wait is over, or time would go on before it has woken. */
    void interrupted(Thread thread) {
        synchronized (changes) {
            waits.stream()
                    .filter(wait -> wait.thread() == thread && wait.takesTurns())
                    .toList()
                    .forEach(this::end);
            changes.tell();
        }
    }

    /** Ends a wait; the caller holds the monitor. */
    void end(Wait wait) {
        waits.remove(wait);
        if (wait.takesTurns()) {
            threads.goesOn(wait.thread());
        } else {
            resuming++;
        }
        wait.end();
    }

    /** Blocks this thread until its wait is over. */
    void park(Wait wait, Agenda.Entry entry) throws InterruptedException {
        boolean interrupted = Thread.interrupted();
        while (!wait.isOver() && !interrupted) {
            LockSupport.park(this);
            interrupted = Thread.interrupted();
        }
        resume(wait, entry);
        if (interrupted) {
            throw new InterruptedException();
        }
    }

    /** This thread goes on, because its wait is over or in spite of it. */
    void resume(Wait wait, Agenda.Entry entry) {
        synchronized (changes) {
            boolean news = !wait.isOver() || !wait.takesTurns();
            if (!wait.isOver()) {
                end(wait);
            }
            if (!wait.takesTurns()) {
                resuming--;
            }
            if (entry != null) {
                agenda.remove(entry);
            }
            if (news) {
                changes.tell();
            } else {
                changes.add();
            }
        }
    }

    /** The wait of the device thread that goes on next; null if there is none. The caller holds the monitor. */
    Wait next() {
        return waits.stream()
                .filter(wait -> wait.isReady() && wait.takesTurns())
                .min(Comparator.comparingLong(Wait::readySince).thenComparingInt(Wait::turn))
                .orElse(null);
    }

    /** Whether a thread is about to go on: its wait is over, and it takes no turns, or the traffic will wake somebody. */
    boolean isAnyAboutToGoOn(Traffic traffic) {
        return resuming > 0 || waits.stream().anyMatch(wait -> wait.isAboutToWake(traffic));
    }

    /** The device threads of these places are gone. The caller holds the monitor. */
    void forget(Set<Integer> places) {
        waits.removeIf(wait -> places.contains(wait.turn()));
    }

    @Override
    public String toString() {
        return "resuming " + resuming + ", waits " + waits;
    }
}
