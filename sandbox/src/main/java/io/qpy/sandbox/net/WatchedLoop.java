package io.qpy.sandbox.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import java.util.Collection;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An event loop that counts what it begins: one that was at rest need not be asked again until it has begun something, and to
 * ask takes two changes of threads.
 */
final class WatchedLoop extends SingleThreadIoEventLoop {
    private static final long NEVER = -1;

    private final AtomicLong begun = new AtomicLong(); // tasks, and what has come through a socket
    private volatile long atRest = NEVER; // the count then

    WatchedLoop(ThreadFactory threads) {
        super(null, threads, NioIoHandler.newFactory());
    }

    /** Something has come through a socket; called before anybody is told of it. */
    void begin() {
        begun.incrementAndGet();
    }

    @Override
    public void execute(Runnable task) {
        begin();
        super.execute(task);
    }

    @Override
    public void lazyExecute(Runnable task) {
        begin();
        super.lazyExecute(task);
    }

    /** Whether no task waits; called on this loop. It is not remembered while a channel has something to send. */
    boolean rests(Collection<Channel> channels) {
        boolean rests = pendingTasks() == 0;
        atRest = rests && channels.stream().allMatch(WatchedLoop::hasSentAll) ? begun.get() : NEVER;
        return rests;
    }

    private static boolean hasSentAll(Channel channel) {
        ChannelOutboundBuffer unsent = channel.unsafe().outboundBuffer();
        return unsent == null || unsent.isEmpty();
    }

    /** Whether nothing has begun since it was last found at rest; any thread may ask. */
    boolean restsStill() {
        return begun.get() == atRest;
    }
}
