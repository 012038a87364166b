package io.qpy.device.time;

import java.nio.channels.Selector;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** One thread's wait in virtual time. {@link Changes} guards what is not final. */
final class Wait {
    /** Of a thread that takes no turns. */
    static final int NO_TURNS = 0;

    private final Thread thread = Thread.currentThread();
    private final int turn;
    private final Selector selector;
    private final List<Predicate<Traffic>> wakers;
    private final boolean look;
    private long readySince = -1;
    private long readyAt;
    private volatile boolean over;

    /**
     * @param turn the place of a device thread among the others
     * @param selector what the thread blocks in; null for {@link LockSupport}
     * @param wakers tell whether the traffic is about to wake the thread
     */
    Wait(int turn, Selector selector, List<Predicate<Traffic>> wakers) {
        this(turn, selector, wakers, false);
    }

    private Wait(int turn, Selector selector, List<Predicate<Traffic>> wakers, boolean look) {
        this.turn = turn;
        this.selector = selector;
        this.wakers = wakers;
        this.look = look;
    }

    /** Of a device thread that only looks whether something has come. */
    static Wait look(int turn) {
        return new Wait(turn, null, List.of(), true);
    }

    boolean isLook() {
        return look;
    }

    Thread thread() {
        return thread;
    }

    boolean takesTurns() {
        return turn != NO_TURNS;
    }

    int turn() {
        return turn;
    }

    /** What it waits for has come, at a moment; {@code round} counts what virtual time has let happen until then. */
    void ready(long round, long moment) {
        if (readySince < 0) {
            readySince = round;
            readyAt = moment;
        }
    }

    boolean isReady() {
        return readySince >= 0;
    }

    long readySince() {
        return readySince;
    }

    long readyAt() {
        return readyAt;
    }

    boolean isAboutToWake(Traffic traffic) {
        return !isReady() && wakers.stream().anyMatch(waker -> waker.test(traffic));
    }

    /** Lets the thread go on. */
    void end() {
        over = true;
        if (thread == Thread.currentThread()) {
            return;
        }
        if (selector == null || isReady()) {
            LockSupport.unpark(thread);
        } else {
            selector.wakeup();
        }
    }

    boolean isOver() {
        return over;
    }

    @Override
    public String toString() {
        return thread.getName() + (isReady() ? " ready" : "");
    }
}
