package io.qpy.sandbox.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpMessage;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequest;

/** Hands on whole requests; of one with too long a body only the head, marked. */
final class BodyCollector extends HttpObjectAggregator {
    private final int maxBytes;

    BodyCollector(int maxBytes) {
        super(maxBytes);
        this.maxBytes = maxBytes;
    }

    @Override
    protected void handleOversizedMessage(ChannelHandlerContext ctx, HttpMessage oversized) {
        ctx.fireChannelRead(new TooLong((HttpRequest) oversized, maxBytes));
    }

    /** Adds no Content-Length of its own: the client is told the headers that it sent. */
    @Override
    protected void finishAggregation(FullHttpMessage whole) {}

    /** Not a full request: nothing in it is counted by reference. */
    record TooLong(HttpRequest head, int maxBytes) {}
}
