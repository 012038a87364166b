package io.qpy.device.time;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Finds out whether all is at rest, so that the next thing may happen. */
final class Rest {
    private final Changes changes;
    private final DeviceThreads threads;
    private final Waiting waiting;
    private final Traffic traffic;
    private final List<Servers> servers = new CopyOnWriteArrayList<>();
    private boolean halted;

    Rest(TimeParts parts) {
        changes = parts.changes();
        threads = parts.threads();
        waiting = parts.waiting();
        traffic = parts.traffic();
    }

    void watch(Servers watched) {
        servers.add(watched);
    }

    /** While time is halted, nothing is at rest. The caller holds the monitor. */
    void halt(boolean halt) {
        halted = halt;
    }

    /** Whether device threads run that nobody is to be let in beside. The caller holds the monitor. */
    boolean isToBeAwaited() {
        return threads.isAnyRunning() && !mayPass();
    }

    /** Whether something may happen although device threads run. The caller holds the monitor. */
    boolean mayPass() {
        return threads.areBusy() || (threads.isAnyRunning() && waiting.next() != null && threads.haveRunLong());
    }

    /** Whether all is at rest, and nothing has changed since {@code seen}; blocks until the servers have answered. */
    boolean isSince(long seen) {
        synchronized (changes) {
            if (halted) {
                return false;
            }
            if (mayPass()) {
                return true;
            }
            if (!isCalm()) {
                return false;
            }
        }
        boolean atRest = servers.stream().allMatch(Servers::atRest);
        synchronized (changes) {
            return atRest && changes.count() == seen && isCalm();
        }
    }

    /** Whether all is at rest, as far as that is known without asking the servers. The caller holds the monitor. */
    boolean isKnown() {
        return !halted && isCalm() && servers.stream().allMatch(Servers::areStillAtRest);
    }

    private boolean isCalm() {
        return !threads.isAnyRunning()
                && !threads.isAnyExpected()
                && !traffic.occupiesServers()
                && !waiting.isAnyAboutToGoOn(traffic);
    }
}
