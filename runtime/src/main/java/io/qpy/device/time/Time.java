package io.qpy.device.time;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.Selector;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * How time passes for one device, and how its threads wait. Lengths and moments are nanoseconds.
 *
 * <p><em>Device threads</em> run the script's code, or what the device does beside it: they {@link #enter} and
 * {@link #leave}. In virtual time they must wait here; else time stands still meanwhile.
 */
public interface Time extends AutoCloseable {
    /** A length without end, and a moment that never comes. */
    long FOR_EVER = Long.MAX_VALUE;

    /** Something that blocks and answers to {@link Thread#interrupt()}. */
    interface Blocking<T> {
        T run() throws InterruptedException;
    }

    /** This PC's time. */
    static Time real() {
        return new RealTime();
    }

    /** Since the device was switched on; never going back. */
    long nanos();

    /** UTC, in the world around the device. */
    Instant instant();

    /** The moment that comes so much later. */
    default long in(long length) {
        return length == FOR_EVER ? FOR_EVER : nanos() + length;
    }

    /** A script reads the clock. In virtual time, reading it again and again without a wait makes it go on. */
    void read();

    /**
     * A script does, without a wait, what another thread may hang on: takes a lock, for instance. In virtual time others get
     * their turn now and then.
     */
    void touch() throws InterruptedException;

    /**
     * What this thread is about to take may have come already. In virtual time it takes its turn all the same, when all that is
     * on its way has come: who goes on next, and what is there, must not hang on how quick an answer was.
     *
     * @return whether others went on meanwhile, so that there may be more than before
     */
    boolean takeTurn() throws InterruptedException;

    /** Waits until the event is complete, at most so long; whether it is complete. */
    boolean await(CompletableFuture<?> event, long atMost) throws InterruptedException;

    /** Waits. */
    default void sleep(long length) throws InterruptedException {
        boolean ignored = await(new CompletableFuture<>(), length);
    }

    /**
     * Waits until one of the selector's channels is ready, it is woken or closed, or the moment has come.
     *
     * @return how many channels are ready
     */
    default int select(Selector selector, long moment) throws IOException, InterruptedException {
        return select(selector, moment, new CompletableFuture<>());
    }

    /** The same, which the completion of {@code alarm} ends too; it is not for a selector that is used again. */
    int select(Selector selector, long moment, CompletableFuture<?> alarm) throws IOException, InterruptedException;

    /** Waits for the world outside, a person at the keyboard for instance; time passes without this thread. */
    <T> T outside(Blocking<T> blocking) throws InterruptedException;

    /** A thread that may wait here has just been interrupted: from now on it runs, however late it wakes. */
    void interrupted(Thread thread);

    /** Does something later, on a thread of its own; it must not block. */
    Alarm schedule(long delay, Runnable task);

    /** Starts a daemon thread of the device's, which takes its turns as those of the script do. */
    default Thread start(String name, Runnable work) {
        return start(name, expect(), work);
    }

    /** The same for what the device does with what has arrived, before the script notices anything that happened at the moment. */
    default Thread startAhead(String name, Runnable work) {
        return start(name, expectAhead(), work);
    }

    private Thread start(String name, int place, Runnable work) {
        Thread thread = new Thread(
                () -> {
                    enter(place);
                    try {
                        work.run();
                    } finally {
                        leave();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Interrupts a thread, which then goes on from its wait here. */
    default void stop(Thread thread) {
        thread.interrupt();
        interrupted(thread);
    }

    /**
     * A thread is about to begin: virtual time stands still until it {@linkplain #enter enters}, or is {@linkplain #met met}.
     *
     * @return the thread's place among the others
     */
    int expect();

    /** The same for a thread whose turn comes before those of others that are ready at the same moment. */
    int expectAhead();

    /** What was expected has begun, or never will. */
    void met(int place);

    /** This thread, which was expected, runs the script's code from now on; in virtual time, when it is its turn. */
    void enter(int place);

    /** This thread does so no longer. */
    void leave();

    /** The device is switched off, and virtual time stands still until it {@linkplain #goOn goes on}. */
    void halt();

    /** The device threads are gone, those that were stopped before they could {@link #leave} too. */
    void forgetThreads();

    /** It is on again. */
    void goOn();

    /** A connection that the device is about to make, or its UDP socket's to one peer; the channel is bound. */
    Line line(SelectableChannel channel, InetSocketAddress peer) throws IOException;

    /** A wire to the world outside that is no socket of the device's, a UART's for instance: virtual time flows until it is closed. */
    Line foreign();

    /** A connection that a listener of the script's has accepted. */
    Line accepted(SelectableChannel channel, InetSocketAddress peer) throws IOException;

    /** The script listens on a port of this PC's. */
    void listening(int port);

    /** The time of another device in the same world; the caller closes it. */
    Time another();

    /** Ends what time itself does. */
    @Override
    void close();

    /** Seconds as nanoseconds. */
    static long seconds(long count) {
        return TimeUnit.SECONDS.toNanos(count);
    }

    /** Milliseconds as nanoseconds. */
    static long millis(long count) {
        return TimeUnit.MILLISECONDS.toNanos(count);
    }
}
