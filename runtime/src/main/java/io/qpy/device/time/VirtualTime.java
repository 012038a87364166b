package io.qpy.device.time;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.Selector;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Time that stands still while anything is being done, and then jumps to what is due next.
 *
 * <p>One device thread runs at a time. When it waits, the helpers, the bytes on their way and the servers come to rest;
 * then the thread whose wait ended first goes on, or, where there is none, time jumps and one thing that is due happens.
 * So a run's order does not hang on how fast this PC is. At rest means: no device thread runs, nothing is expected, no
 * byte that would wake somebody is on its way, each helper waits here or for another, the servers have no task left,
 * and nothing of this has changed while it was being looked at ({@code changes}). A device thread that finds what it would
 * have waited for there already, or only looks whether it is, waits all the same: it might have been there too late.
 *
 * <p>Time flows as this PC's does while a device thread runs for long without a wait, and while a connection to a peer
 * that nobody watches is open.
 */
public final class VirtualTime implements Time {
    private static final int FREE_READS = 100;
    private static final int FREE_TOUCHES = 100;
    private static final int FREE_ROUNDS = 1000;
    private static final int FREE_LOOKS = 100;
    private static final long ROUND_NANOS = 100_000;
    private static final long MOST_LOOK_NANOS = Time.millis(10);
    private static final long READ_NANOS = Time.millis(1);
    private static final long LEAST_PAUSE_NANOS = 10_000;
    private static final long MOST_PAUSE_NANOS = 1_000_000;
    private static final int FLOW_MILLIS = 1;

    private final Instant start;
    private final Agenda agenda = new Agenda();
    private final Traffic traffic = new Traffic();
    private final Lines lines = new Lines(this, traffic);
    private final Map<Thread, Integer> turns = new HashMap<>();
    private final Set<Thread> running = new HashSet<>();
    private final Set<Thread> helpers = new HashSet<>();
    private final Set<Wait> waits = new LinkedHashSet<>();
    private final List<Servers> servers = new CopyOnWriteArrayList<>();
    private final Thread clock = new Thread(this::run, "qpy-time");
    private long now;
    private long end = FOR_EVER;
    private Runnable onEnd = () -> {};
    private long changes;
    private long rounds;
    private int lastTurn;
    private final Set<Integer> expected = new HashSet<>();
    private int resuming; // helpers whose wait is over, and which do not go on yet
    private boolean halted;
    private int reads;
    private int touches;
    private int standing; // rounds since time has jumped
    private int looks; // rounds in which threads have only looked
    private final Patience patience = new Patience();
    private long flowedUntil;
    private boolean closed;

    /** @param start UTC when the device is switched on */
    public VirtualTime(Instant start) {
        this.start = start;
        clock.setDaemon(true);
    }

    /** Stops at a moment, with a call that does not block. */
    public synchronized void endAt(long moment, Runnable call) {
        end = moment;
        onEnd = call;
    }

    /** Watches servers of this process, whose ends tell {@link #ends}. */
    public void watch(Servers watched) {
        servers.add(watched);
    }

    /** Where watched servers tell what passes their sockets. */
    public ServerEnds ends() {
        return lines;
    }

    /** Counts what virtual time has let happen: all that is done in one round is done at once. */
    public synchronized long round() {
        return rounds;
    }

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public synchronized Instant instant() {
        return start.plusNanos(now);
    }

    @Override
    public synchronized void read() {
        reads++;
        if (reads > FREE_READS) {
            now += READ_NANOS;
        }
    }

    /** Something has happened. The caller holds the monitor. */
    void changed() {
        changes++;
        notifyAll();
    }

    @Override
    public boolean await(CompletableFuture<?> event, long atMost) throws InterruptedException {
        int turn = turn();
        if (turn == Wait.NO_TURNS && (event.isDone() || atMost <= 0)) {
            return event.isDone();
        }
        if (atMost <= 0) {
            look(turn);
            return event.isDone();
        }
        Wait wait = new Wait(turn, null, List.of());
        CompletableFuture<?> told = event.whenComplete((value, thrown) -> ready(wait));
        Agenda.Entry entry = begin(wait, in(atMost));
        park(wait, entry);
        told.cancel(false);
        return event.isDone();
    }

    /** Lets all that is being done come to rest, and others go on whose turn it is. */
    private void look(int turn) throws InterruptedException {
        Wait wait = Wait.look(turn);
        ready(wait);
        Agenda.Entry never = begin(wait, FOR_EVER);
        park(wait, never);
    }

    @Override
    public void touch() throws InterruptedException {
        int turn = turn();
        if (turn != Wait.NO_TURNS && isTouchedOften()) {
            look(turn);
        }
    }

    private synchronized boolean isTouchedOften() {
        touches++;
        return touches > FREE_TOUCHES;
    }

    private synchronized int turn() {
        return turns.getOrDefault(Thread.currentThread(), Wait.NO_TURNS);
    }

    private synchronized Agenda.Entry begin(Wait wait, long moment) {
        waits.add(wait);
        running.remove(wait.thread());
        touches = 0;
        reads = 0;
        patience.renew();
        if (wait.isReady() && !wait.takesTurns()) {
            end(wait);
        }
        changed();
        return moment == FOR_EVER ? null : agenda.add(moment, wait, null);
    }

    /** What the wait is for has come; it may not have begun yet, or be over. */
    private synchronized void ready(Wait wait) {
        if (!wait.isReady()) {
            wait.ready(rounds, now);
            if (!wait.takesTurns() && waits.contains(wait)) {
                end(wait);
            }
            changed();
        }
    }

    private void end(Wait wait) {
        waits.remove(wait);
        if (wait.takesTurns()) {
            running.add(wait.thread());
            patience.renew();
        } else {
            resuming++;
        }
        wait.end();
    }

    private void park(Wait wait, Agenda.Entry entry) throws InterruptedException {
        boolean interrupted = false;
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
    private synchronized void resume(Wait wait, Agenda.Entry entry) {
        if (!wait.isOver()) {
            end(wait);
        }
        if (!wait.takesTurns()) {
            resuming--;
        }
        if (entry != null) {
            agenda.remove(entry);
        }
        changed();
    }

    @Override
    public int select(Selector selector, long moment, CompletableFuture<?> alarm)
            throws IOException, InterruptedException {
        int turn = turn();
        boolean poll = moment <= nanos();
        if (poll && turn != Wait.NO_TURNS) {
            look(turn);
        }
        int ready = poll || turn == Wait.NO_TURNS ? selector.selectNow() : 0;
        if (ready > 0 || poll) {
            return ready;
        }
        Wait wait = new Wait(turn, selector, lines.wakers(selector));
        Agenda.Entry entry = begin(wait, moment);
        CompletableFuture<?> told = alarm.whenComplete((value, thrown) -> {
            ready(wait);
            selector.wakeup();
        });
        try {
            ready = selector.select();
            if (!Thread.currentThread().isInterrupted()) {
                ready(wait);
            }
        } catch (IOException | ClosedSelectorException e) {
            resume(wait, entry);
            throw e;
        } finally {
            told.cancel(false);
        }
        park(wait, entry);
        return ready;
    }

    @Override
    public <T> T outside(Blocking<T> blocking) throws InterruptedException {
        Wait wait = new Wait(turn(), null, List.of());
        Agenda.Entry never = begin(wait, FOR_EVER);
        try {
            return blocking.run();
        } finally {
            ready(wait);
            park(wait, never);
        }
    }

    @Override
    public synchronized Alarm schedule(long delay, Runnable task) {
        Agenda.Entry entry = agenda.add(now + delay, null, task);
        changed();
        return () -> cancel(entry);
    }

    private synchronized void cancel(Agenda.Entry entry) {
        agenda.remove(entry);
    }

    @Override
    public Thread helper(String name, Runnable work) {
        Thread thread = new Thread(() -> assist(work), name);
        thread.setDaemon(true);
        synchronized (this) {
            helpers.add(thread);
        }
        return thread;
    }

    private void assist(Runnable work) {
        try {
            work.run();
        } finally {
            synchronized (this) {
                helpers.remove(Thread.currentThread());
                changed();
            }
        }
    }

    @Override
    public synchronized int expect() {
        changes++;
        lastTurn++;
        expected.add(lastTurn);
        return lastTurn;
    }

    @Override
    public synchronized void met(int place) {
        expected.remove(place);
        changed();
    }

    /** The order of those that enter at one moment is that in which they were expected. */
    @Override
    public void enter(int place) {
        Wait wait = new Wait(place, null, List.of());
        synchronized (this) {
            if (!clock.isAlive() && !closed) {
                clock.start();
            }
            turns.put(Thread.currentThread(), place);
            Agenda.Entry ignored = begin(wait, FOR_EVER);
            ready(wait);
            expected.remove(place);
        }
        try {
            park(wait, null);
        } catch (InterruptedException e) {
            // The thread goes on; the interruption was for what it does not do yet.
        }
    }

    @Override
    public synchronized void leave() {
        running.remove(Thread.currentThread());
        turns.remove(Thread.currentThread());
        changed();
    }

    @Override
    public synchronized void halt() {
        halted = true;
        changed();
    }

    @Override
    public synchronized void forgetThreads() {
        running.clear();
        turns.clear();
        expected.clear();
        waits.removeIf(Wait::takesTurns);
        changed();
    }

    @Override
    public synchronized void goOn() {
        halted = false;
        flowedUntil = 0;
        changed();
    }

    @Override
    public Line line(SelectableChannel channel, InetSocketAddress peer) throws IOException {
        return lines.client(channel, peer);
    }

    @Override
    public Line accepted(SelectableChannel channel, InetSocketAddress peer) throws IOException {
        return lines.server(channel, peer);
    }

    @Override
    public void listening(int port) {
        lines.own(port);
    }

    private void run() {
        long pause = LEAST_PAUSE_NANOS;
        while (true) {
            long seen = awaitPause();
            if (seen < 0) {
                return;
            }
            if (isAtRest(seen)) {
                pause = LEAST_PAUSE_NANOS;
                proceed(seen);
            } else {
                LockSupport.parkNanos(pause);
                pause = Math.min(2 * pause, MOST_PAUSE_NANOS);
            }
        }
    }

    /** Waits until no device thread runs, or one has for long; gives {@code changes}, or -1 at the end. */
    private synchronized long awaitPause() {
        while (!closed && !running.isEmpty() && !isBusy() && !isToBeShared()) {
            doze();
        }
        return closed ? -1 : changes;
    }

    private boolean isBusy() {
        return !running.isEmpty() && patience.isOver(running);
    }

    /** Whether a device thread runs for so long without a wait that another goes on beside it. */
    private boolean isToBeShared() {
        return !running.isEmpty() && next() != null && patience.isShort(running);
    }

    /** The device thread that goes on next, or null. */
    private Wait next() {
        return waits.stream()
                .filter(wait -> wait.isReady() && wait.takesTurns())
                .min(Comparator.comparingLong(Wait::readySince).thenComparingInt(Wait::turn))
                .orElse(null);
    }

    /** A moment, or until something changes. */
    private void doze() {
        try {
            TimeUnit.MILLISECONDS.timedWait(this, FLOW_MILLIS);
        } catch (InterruptedException e) {
            // Nobody interrupts the clock.
        }
    }

    private boolean isAtRest(long seen) {
        synchronized (this) {
            if (halted) {
                return false;
            }
            if (isBusy() || isToBeShared()) {
                return true;
            }
            if (!isCalm()) {
                return false;
            }
        }
        boolean rest = servers.stream().allMatch(Servers::atRest);
        synchronized (this) {
            return rest && changes == seen && isCalm();
        }
    }

    private boolean isCalm() {
        return running.isEmpty()
                && expected.isEmpty()
                && resuming == 0
                && !traffic.occupiesServers()
                && waits.stream().noneMatch(wait -> wait.isAboutToWake(traffic))
                && helpers.stream().allMatch(this::isIdle);
    }

    private boolean isIdle(Thread helper) {
        return (helper.getState() == Thread.State.WAITING && !isAboutToLock(helper))
                || waits.stream().anyMatch(wait -> wait.thread() == helper);
    }

    /** Whether the thread waits for a lock that another holds for a moment; the threads of a pool have some. */
    private static boolean isAboutToLock(Thread helper) {
        Object blocker = LockSupport.getBlocker(helper);
        return blocker != null && blocker.getClass().getEnclosingClass() == ReentrantLock.class;
    }

    /** One thing happens. */
    private void proceed(long seen) {
        Runnable task = null;
        synchronized (this) {
            boolean flows = isBusy() || traffic.hasForeign();
            flow(flows);
            Wait first = next();
            if (first == null && !running.isEmpty() && !isBusy()) {
                return;
            }
            long next = agenda.next();
            if (first != null && first.readyAt() <= next && now < end) {
                stand(first.isLook());
                end(first);
            } else if (end != FOR_EVER && next >= end && !flows) {
                now = Math.max(now, end);
                task = onEnd;
                closed = true;
            } else if (next == FOR_EVER || (flows && next > now)) {
                do {
                    doze();
                } while (changes == seen && !flows && !closed);
                return;
            } else {
                standing = next > now ? 0 : standing;
                now = Math.max(now, next);
                Agenda.Entry due = agenda.take();
                task = due.task();
                if (due.ending() != null) {
                    end(due.ending());
                }
            }
            rounds++;
            changes++;
        }
        if (task != null) {
            task.run();
        }
    }

    /**
     * Threads that only look at something, again and again, or wake each other would have time stand still for ever. It goes
     * on for them: faster and faster for those that look.
     */
    private void stand(boolean look) {
        standing++;
        looks = look ? looks + 1 : 0;
        if (looks > FREE_LOOKS) {
            int doublings = Math.min((looks - FREE_LOOKS) / FREE_LOOKS, Integer.SIZE - 1);
            now = Math.min(now + Math.min(ROUND_NANOS << doublings, MOST_LOOK_NANOS), end);
        } else if (standing > FREE_ROUNDS) {
            now = Math.min(now + ROUND_NANOS, end);
        }
    }

    /** Brings time to where this PC's has brought it since the last call, where it flows. */
    private void flow(boolean flows) {
        long real = System.nanoTime();
        if (flows && flowedUntil != 0) {
            now += real - flowedUntil;
        }
        flowedUntil = flows ? real : 0;
    }

    @Override
    public synchronized void close() {
        closed = true;
        changed();
    }

    /** What keeps time from going on, for a person. */
    @Override
    public synchronized String toString() {
        return "running " + running + ", expected " + expected + ", resuming " + resuming + ", on the way " + traffic
                + ", waits " + waits
                + ", helpers not idle "
                + helpers.stream().filter(each -> !isIdle(each)).toList();
    }
}
