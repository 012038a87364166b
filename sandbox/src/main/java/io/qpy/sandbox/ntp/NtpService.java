package io.qpy.sandbox.ntp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import io.qpy.sandbox.journal.Event;
import io.qpy.sandbox.journal.Journal;
import io.qpy.sandbox.net.Reactor;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** An NTP server of stratum 1 (RFC 5905), which tells the time of a given clock. */
public final class NtpService {
    private final Clock clock;
    private final Journal journal;
    private final InetSocketAddress address;
    private volatile boolean silent;
    private volatile Duration error = Duration.ZERO;

    public NtpService(Reactor reactor, int port, Clock clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
        this.address = reactor.listenUdp("NTP", port, new Handler());
    }

    public InetSocketAddress address() {
        return address;
    }

    /** While silent it journals requests and does not answer them. */
    public void silent(boolean on) {
        silent = on;
    }

    /** It tells a time that is so much too late, or too early when negative. */
    public void error(Duration wrong) {
        error = wrong;
    }

    private NtpTimestamp now() {
        return NtpTimestamp.of(clock.instant().plus(error));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a lost answer is what UDP is like
    private void received(ChannelHandlerContext context, DatagramPacket datagram) {
        NtpTimestamp arrival = now();
        String peer = datagram.sender().toString().substring(1);
        ByteBuf request = datagram.content();
        Optional<String> flaw = NtpPacket.flaw(request);
        if (flaw.isPresent()) {
            journal.add(new Event.Rejected("ntp", peer, flaw.get()));
            return;
        }
        journal.add(new Event.NtpRequest(peer, NtpPacket.version(request)));
        if (!silent) {
            ByteBuf answer = NtpPacket.answer(request, arrival, this::now);
            context.writeAndFlush(new DatagramPacket(answer, datagram.sender()));
        }
    }

    private final class Handler extends SimpleChannelInboundHandler<DatagramPacket> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, DatagramPacket datagram) {
            received(context, datagram);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            journal.add(new Event.Rejected("ntp", "a client", String.valueOf(cause.getMessage())));
        }
    }
}
