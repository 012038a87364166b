package io.qpy.sandbox.http;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.qpy.sandbox.journal.Event;
import io.qpy.sandbox.journal.Journal;
import io.qpy.sandbox.journal.Payload;
import io.qpy.sandbox.net.Reactor;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One client's requests, answered one after the other. */
final class HttpConnection extends SimpleChannelInboundHandler<Object> {
    private final Reactor reactor;
    private final boolean tls;
    private final Map<String, JsonPost> posts;
    private final Programme programme;
    private final Journal journal;
    private boolean refused; // what comes after a malformed request is not looked at

    HttpConnection(Reactor reactor, boolean tls, Map<String, JsonPost> posts, Programme programme, Journal journal) {
        this.reactor = reactor;
        this.tls = tls;
        this.posts = posts;
        this.programme = programme;
        this.journal = journal;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Object message) {
        if (refused) {
            return;
        }
        if (message instanceof BodyCollector.TooLong tooLong) {
            HttpRequest head = tooLong.head();
            Reply reply = Reply.text(413, "The body is longer than " + tooLong.maxBytes() + " bytes.");
            send(context, call(context, head, Payload.EMPTY), reply, Framed.of(head, HttpUtil.isKeepAlive(head)));
        } else if (message instanceof FullHttpRequest request) {
            answer(context, request);
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // whether it closes well, nobody asks
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (refused) {
            return;
        }
        if (cause instanceof DecoderException && cause.getCause() != null) {
            refuse(context, cause.getCause(), new Framed(true, false));
            return;
        }
        String why = cause instanceof ClosedChannelException
                ? "closed before its answer"
                : String.valueOf(cause.getMessage());
        journal.add(new Event.Rejected(tls ? "https" : "http", peer(context), why));
        context.close();
    }

    private void refuse(ChannelHandlerContext context, Throwable why, Framed framed) {
        refused = true;
        journal.add(
                new Event.Rejected(tls ? "https" : "http", peer(context), "malformed request: " + why.getMessage()));
        new Answer(context.channel(), framed).send(Reply.text(400, "This is no HTTP/1.0 or HTTP/1.1 request."));
    }

    private void answer(ChannelHandlerContext context, FullHttpRequest request) {
        if (request.decoderResult().isFailure()) {
            refuse(context, request.decoderResult().cause(), Framed.of(request, false));
            return;
        }
        Call call = call(context, request, Payload.of(ByteBufUtil.getBytes(request.content())));
        Framed framed = Framed.of(request, HttpUtil.isKeepAlive(request));
        Optional<Programme.Entry> programmed = programme.next(call.path());
        if (programmed.isEmpty()) {
            send(context, call, reply(call), framed);
        } else if (programmed.get().sentBytes() < 0) {
            send(context, call, programmed.get().reply(), framed);
        } else {
            cut(context, call, programmed.get(), framed);
        }
    }

    private void cut(ChannelHandlerContext context, Call call, Programme.Entry entry, Framed framed) {
        Reply reply = entry.reply();
        journal.add(
                new Event.HttpRequest(call.method(), call.target(), call.headers(), call.body(), tls, reply.status()));
        new Answer(context.channel(), framed).cut(reply, entry.sentBytes());
    }

    private Reply reply(Call call) {
        JsonPost post = call.method().equals("POST") ? posts.get(call.path()) : null;
        return post != null
                ? Reply.json(post.answer(call))
                : programme.file(call).orElseGet(() -> Routes.answer(call));
    }

    /** Nothing more is read before the reply has gone, or a delayed one would be overtaken. */
    private void send(ChannelHandlerContext context, Call call, Reply reply, Framed framed) {
        journal.add(
                new Event.HttpRequest(call.method(), call.target(), call.headers(), call.body(), tls, reply.status()));
        Answer answer = new Answer(context.channel(), framed);
        if (reply.delay().isZero()) {
            answer.send(reply);
            return;
        }
        reactor.pause(context.channel(), true);
        Runnable ignored = reactor.schedule(reply.delay(), () -> {
            answer.send(reply);
            reactor.pause(context.channel(), false);
        });
    }

    private Call call(ChannelHandlerContext context, HttpRequest request, Payload body) {
        List<Map.Entry<String, String>> headers = request.headers().entries().stream()
                .map(header -> Map.entry(header.getKey(), header.getValue()))
                .toList();
        InetSocketAddress local = (InetSocketAddress) context.channel().localAddress();
        InetSocketAddress remote = (InetSocketAddress) context.channel().remoteAddress();
        return new Call(
                request.method().name(),
                request.uri(),
                headers,
                body,
                tls ? "https" : "http",
                "127.0.0.1:" + local.getPort(),
                remote.getAddress().getHostAddress());
    }

    private static String peer(ChannelHandlerContext context) {
        return String.valueOf(context.channel().remoteAddress()).substring(1);
    }
}
