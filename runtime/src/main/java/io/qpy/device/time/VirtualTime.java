package io.qpy.device.time;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.Selector;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Time that stands still while anything is being done, and then jumps to what is due next.
 *
 * <p>One device thread runs at a time ({@link DeviceThreads}). When it waits ({@link Waiting}), the bytes on their way ({@link Traffic}) and the servers come to rest ({@link Rest}). Then
 * {@link Clockwork} lets the thread go on whose wait ended first, or, if there is none, time jumps ({@link Progress}) and
 * one thing that is due happens ({@link Agenda}). So a run's order does not depend on how fast this PC is. At rest means:
 * no device thread runs, nothing is expected, no byte that would wake somebody is on its way, the servers have no task left, and nothing of this has changed while it was being looked at ({@link Changes}). A
 * device thread that finds what it would have waited for there already, or only looks whether it is, waits all the same: it
 * might have been there too late.
 *
 * <p>Time flows as this PC's does while a device thread runs for long without a wait, and while a connection to a peer
 * that nobody watches is open.
 */
public final class VirtualTime implements Time {
    private final Instant start;
    private final TimeParts parts = TimeParts.make();
    private final Changes changes = parts.changes();
    private final Progress progress = parts.progress();
    private final DeviceThreads threads = parts.threads();
    private final Waiting waiting = parts.waiting();
    private final Lines lines = new Lines(changes, parts.traffic());
    private final Rest rest = new Rest(parts);
    private final Clockwork clockwork = new Clockwork(parts, rest);

    /** @param start UTC when the device is switched on */
    public VirtualTime(Instant start) {
        this.start = start;
    }

    /** The same time for one of several devices: {@link #forgetThreads} is about its own, and its end does not end time. */
    public Time ofDevice() {
        return new DeviceTime(this);
    }

    /** Stops at a moment, with a call that does not block. */
    public void endAt(long moment, Runnable call) {
        synchronized (changes) {
            progress.endAt(moment);
            clockwork.onEnd(call);
        }
    }

    /** Watches servers of this process, whose ends tell {@link #ends}. */
    public void watch(Servers watched) {
        rest.watch(watched);
    }

    /** Where watched servers tell what passes their sockets. */
    public ServerEnds ends() {
        return lines;
    }

    /** Counts what virtual time has let happen: all that is done in one round is done at once. */
    public long round() {
        synchronized (changes) {
            return progress.rounds();
        }
    }

    @Override
    public long nanos() {
        synchronized (changes) {
            return progress.now();
        }
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanos());
    }

    @Override
    public void read() {
        synchronized (changes) {
            progress.read();
        }
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
        CompletableFuture<?> told = event.whenComplete((value, thrown) -> waiting.ready(wait));
        Agenda.Entry entry = begin(wait, atMost);
        waiting.park(wait, entry);
        told.cancel(false);
        return event.isDone();
    }

    @Override
    public void interrupted(Thread thread) {
        waiting.interrupted(thread);
    }

    @Override
    public boolean takeTurn() throws InterruptedException {
        int turn = turn();
        if (turn == Wait.NO_TURNS) {
            return false;
        }
        giveWay(new Wait(turn, null, List.of()));
        return true;
    }

    private void look(int turn) throws InterruptedException {
        giveWay(Wait.look(turn));
    }

    /** Lets all that is being done come to rest, and others go on whose turn it is. */
    private void giveWay(Wait wait) throws InterruptedException {
        waiting.ready(wait);
        Agenda.Entry never = begin(wait, FOR_EVER);
        waiting.park(wait, never);
    }

    /** This thread's wait begins; it may be over at once. */
    private Agenda.Entry begin(Wait wait, long atMost) {
        Agenda.Entry entry;
        synchronized (changes) {
            entry = waiting.add(wait, in(atMost));
        }
        if (wait.takesTurns()) {
            clockwork.hurry(wait);
        }
        if (!wait.isOver()) {
            tell();
        }
        return entry;
    }

    private void tell() {
        synchronized (changes) {
            changes.tell();
        }
    }

    @Override
    public void touch() throws InterruptedException {
        int turn = turn();
        if (turn != Wait.NO_TURNS && isTouchedOften()) {
            look(turn);
        }
    }

    private boolean isTouchedOften() {
        synchronized (changes) {
            return threads.touch();
        }
    }

    private int turn() {
        synchronized (changes) {
            return threads.turn();
        }
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
        Agenda.Entry entry = waiting.begin(wait, moment);
        CompletableFuture<?> told = alarm.whenComplete((value, thrown) -> {
            waiting.ready(wait);
            selector.wakeup();
        });
        try {
            ready = selector.select();
            if (!Thread.currentThread().isInterrupted()) {
                waiting.ready(wait);
            }
        } catch (IOException | ClosedSelectorException e) {
            waiting.resume(wait, entry);
            throw e;
        } finally {
            told.cancel(false);
        }
        waiting.park(wait, entry);
        return ready;
    }

    @Override
    public <T> T outside(Blocking<T> blocking) throws InterruptedException {
        Wait wait = new Wait(turn(), null, List.of());
        Agenda.Entry never = waiting.begin(wait, FOR_EVER);
        try {
            return blocking.run();
        } finally {
            waiting.ready(wait);
            waiting.park(wait, never);
        }
    }

    @Override
    public Alarm schedule(long delay, Runnable task) {
        synchronized (changes) {
            Agenda.Entry entry = parts.agenda().add(progress.now() + delay, null, task);
            changes.tell();
            return () -> cancel(entry);
        }
    }

    private void cancel(Agenda.Entry entry) {
        synchronized (changes) {
            parts.agenda().remove(entry);
        }
    }

    @Override
    public int expect() {
        return expect(false);
    }

    @Override
    public int expectAhead() {
        return expect(true);
    }

    private int expect(boolean ahead) {
        synchronized (changes) {
            changes.add();
            return threads.expect(ahead);
        }
    }

    @Override
    public void met(int place) {
        synchronized (changes) {
            threads.met(place);
            changes.tell();
        }
    }

    /** The order of those that enter at one moment is that in which they were expected. */
    @Override
    public void enter(int place) {
        Wait wait = new Wait(place, null, List.of());
        synchronized (changes) {
            clockwork.start();
            threads.enter(place);
            Agenda.Entry ignored = waiting.begin(wait, FOR_EVER);
            waiting.ready(wait);
            threads.met(place);
        }
        try {
            waiting.park(wait, null);
        } catch (InterruptedException e) {
            // The thread goes on; the interruption was for what it does not do yet.
        }
    }

    @Override
    public void leave() {
        int ignored = leaving();
    }

    /** {@link #leave}; the place that this thread had. */
    int leaving() {
        synchronized (changes) {
            int place = threads.turn();
            threads.leave();
            changes.tell();
            return place;
        }
    }

    @Override
    public void halt() {
        synchronized (changes) {
            rest.halt(true);
            changes.tell();
        }
    }

    @Override
    public void forgetThreads() {
        synchronized (changes) {
            forget(threads.places());
        }
    }

    /** The device threads of these places are gone. */
    void forget(Set<Integer> places) {
        synchronized (changes) {
            threads.forget(places);
            waiting.forget(places);
            changes.tell();
        }
    }

    @Override
    public void goOn() {
        synchronized (changes) {
            rest.halt(false);
            progress.stopFlow();
            changes.tell();
        }
    }

    @Override
    public Line line(SelectableChannel channel, InetSocketAddress peer) throws IOException {
        return lines.client(channel, peer);
    }

    @Override
    public Time another() {
        return ofDevice();
    }

    @Override
    public Line foreign() {
        return lines.foreign();
    }

    @Override
    public Line accepted(SelectableChannel channel, InetSocketAddress peer) throws IOException {
        return lines.server(channel, peer);
    }

    @Override
    public void listening(int port) {
        lines.own(port);
    }

    @Override
    public void close() {
        synchronized (changes) {
            clockwork.close();
        }
    }

    /** What keeps time from going on, for a person. */
    @Override
    public String toString() {
        synchronized (changes) {
            return threads + ", " + waiting + ", on the way " + parts.traffic();
        }
    }
}
