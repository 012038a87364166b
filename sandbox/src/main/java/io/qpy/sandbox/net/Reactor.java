package io.qpy.sandbox.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One daemon thread that serves all sockets. What the services keep is touched by this thread alone, so it has no locks.
 *
 * <p>A bare event loop and not a group: when a group ends, netty wakes its global executor, whose thread outlives it by a second.
 */
public final class Reactor implements AutoCloseable {
    private static final int CLOSE_SECONDS = 5;

    private final Timers timers;
    private final TrafficObserver observer;
    private volatile WatchedLoop loop;
    private ChannelGroup channels;
    private volatile Thread thread;
    private boolean closed;

    /** @param timers null for this PC's time */
    public Reactor(Timers timers, TrafficObserver observer) {
        this.timers = timers;
        this.observer = observer;
    }

    /** Listens on 127.0.0.1 only; port 0 takes any free one. */
    public InetSocketAddress listenTcp(String service, int port, Consumer<ChannelPipeline> pipeline) {
        return bind(
                service,
                port,
                new ServerBootstrap()
                        .group(loop())
                        .channel(NioServerSocketChannel.class)
                        .childHandler(new ChannelInitializer<SocketChannel>() {
                            @Override
                            protected void initChannel(SocketChannel channel) {
                                channels.add(channel);
                                channel.pipeline().addLast(new Observed(observer, loop));
                                pipeline.accept(channel.pipeline());
                            }
                        })::bind);
    }

    /** Like {@link #listenTcp}, for datagrams. */
    public InetSocketAddress listenUdp(String service, int port, ChannelHandler handler) {
        return bind(
                service,
                port,
                new Bootstrap().group(loop()).channel(NioDatagramChannel.class).handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new Observed(observer, loop)).addLast(handler);
                    }
                })::bind);
    }

    /** Nanoseconds since any moment, of the time that {@link #schedule} goes by. */
    public long nanos() {
        return timers == null ? System.nanoTime() : timers.nanos();
    }

    /** Runs the task later on the reactor's thread. Running the result before prevents it. */
    public Runnable schedule(Duration delay, Runnable task) {
        WatchedLoop on = loop();
        if (timers != null) {
            return timers.schedule(delay, () -> on.execute(task));
        }
        Future<?> scheduled = on.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    /** Has a channel read nothing more, or go on. */
    public void pause(Channel channel, boolean paused) {
        Observed.pause(channel, paused);
    }

    /** Whether nothing is left to do but to wait for clients and timers; waits until what was begun is done. */
    public boolean isAtRest() {
        WatchedLoop on;
        synchronized (this) {
            if (loop == null || closed) {
                return true;
            }
            on = loop;
        }
        try {
            return CompletableFuture.supplyAsync(() -> on.rests(channels), on).join();
        } catch (RejectedExecutionException e) {
            return true; // it is being closed
        }
    }

    /** Whether nothing has begun since {@link #isAtRest} was true; answers at once, and takes no lock. */
    public boolean isStillAtRest() {
        WatchedLoop on = loop;
        return on == null || on.restsStill();
    }

    /** Runs the task on the reactor's thread and waits for its result. */
    public <T> T call(Supplier<T> task) {
        WatchedLoop on = loop();
        return on.inEventLoop()
                ? task.get()
                : CompletableFuture.supplyAsync(task, on).join();
    }

    /** Every socket is closed and the thread has ended when this returns. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        // From here without the lock, which a task on the loop may want.
        if (loop != null) {
            end();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the thread itself is waited for
    private void end() {
        // Not left to the loop: one that is told to end between two of its checks ends without closing its channels.
        channels.close().awaitUninterruptibly();
        loop.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS);
        joinUninterruptibly();
    }

    private void joinUninterruptibly() {
        boolean interrupted = false;
        while (thread != null && thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized WatchedLoop loop() {
        if (closed) {
            throw new IllegalStateException("the sandbox is closed");
        }
        if (loop == null) {
            // Otherwise netty looks for other logging frameworks, and one of them greets the user on stderr.
            InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
            WatchedLoop made = new WatchedLoop(this::newThread);
            channels = new DefaultChannelGroup(made, true);
            loop = made;
        }
        return loop;
    }

    private Thread newThread(Runnable work) {
        thread = new Thread(work, "qpy-sandbox-io");
        thread.setDaemon(true);
        return thread;
    }

    private InetSocketAddress bind(String service, int port, Binding binding) {
        InetSocketAddress wanted = new InetSocketAddress(loopback(), port);
        ChannelFuture bound = binding.bind(wanted).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw cannotListen(service, port, bound.cause());
        }
        Channel channel = bound.channel();
        channels.add(channel);
        InetSocketAddress address = (InetSocketAddress) channel.localAddress();
        observer.listening(address.getPort());
        return address;
    }

    private static SandboxException cannotListen(String service, int port, Throwable cause) {
        String why = cause instanceof BindException
                ? "the port is taken or not allowed; end what uses it, or give another port (0 takes any free one)"
                : String.valueOf(cause.getMessage());
        return new SandboxException(
                "the sandbox's %s service cannot listen on 127.0.0.1:%d: %s".formatted(service, port, why), cause);
    }

    /** Not {@code getLoopbackAddress}, which may be ::1. */
    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    @FunctionalInterface
    private interface Binding {
        ChannelFuture bind(InetSocketAddress address);
    }
}
