package io.qpy.sandbox.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/** Next to the socket: tells the observer what passes. */
final class Observed extends ChannelDuplexHandler {
    private final TrafficObserver observer;
    private final WatchedLoop loop;
    private int client;
    private int server;

    Observed(TrafficObserver observer, WatchedLoop loop) {
        this.observer = observer;
        this.loop = loop;
    }

    private static int port(SocketAddress address) {
        return address instanceof InetSocketAddress internet ? internet.getPort() : 0;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        loop.begin();
        server = port(context.channel().localAddress());
        client = port(context.channel().remoteAddress());
        if (client != 0) {
            observer.accepted(client, server);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        loop.begin();
        if (message instanceof ByteBuf bytes) {
            observer.received(client, server, bytes.readableBytes());
        } else if (message instanceof DatagramPacket packet) {
            observer.receivedDatagram(
                    packet.sender().getPort(), port(context.channel().localAddress()));
        }
        context.fireChannelRead(message);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the promise is the caller's
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf bytes) {
            observer.sent(client, server, bytes.readableBytes());
        } else if (message instanceof DatagramPacket packet) {
            observer.sentDatagram(
                    packet.recipient().getPort(), port(context.channel().localAddress()));
        }
        context.write(message, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        loop.begin();
        if (client != 0) {
            observer.closed(client, server);
        }
        context.fireChannelInactive();
    }

    /** Has a channel read nothing more, or go on. */
    static void pause(Channel channel, boolean paused) {
        Observed there = channel.pipeline().get(Observed.class);
        if (there != null) {
            there.observer.paused(there.client, there.server, paused);
        }
        channel.config().setAutoRead(!paused);
    }
}
