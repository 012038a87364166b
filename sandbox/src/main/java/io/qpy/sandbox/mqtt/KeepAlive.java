package io.qpy.sandbox.mqtt;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.qpy.sandbox.net.Reactor;
import java.time.Duration;

/** Ends a connection on which nothing has come for a while. */
final class KeepAlive extends ChannelInboundHandlerAdapter {
    private final Reactor reactor;
    private final Duration limit;
    private final Runnable onSilence;
    private long lastNanos;
    private Runnable cancel = () -> {};

    KeepAlive(Reactor reactor, Duration limit, Runnable onSilence) {
        this.reactor = reactor;
        this.limit = limit;
        this.onSilence = onSilence;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        lastNanos = reactor.nanos();
        cancel = reactor.schedule(limit, this::look);
    }

    private void look() {
        Duration silence = Duration.ofNanos(reactor.nanos() - lastNanos);
        if (silence.compareTo(limit) >= 0) {
            onSilence.run();
        } else {
            cancel = reactor.schedule(limit.minus(silence), this::look);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        lastNanos = reactor.nanos();
        context.fireChannelRead(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel.run();
        context.fireChannelInactive();
    }
}
