package io.qpy.sandbox.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes one reply. Names are in title case: the module's client looks them up by exact spelling. */
final class Answer {
    /** The fixed form of RFC 9110 section 5.6.7: two digits for the day. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final Channel channel;
    private final Framed framed;

    Answer(Channel channel, Framed framed) {
        this.channel = channel;
        this.framed = framed;
    }

    void send(Reply reply) {
        ByteBuf body = Unpooled.wrappedBuffer(reply.body().bytes());
        if (reply.chunkBytes() > 0) {
            stream(reply, body);
        } else {
            whole(reply, body);
        }
    }

    /** Announces the whole body, sends some of it and closes. */
    @SuppressWarnings("FutureReturnValueIgnored") // if the head fails, so does the end, which closes
    void cut(Reply reply, int sentBytes) {
        byte[] body = reply.body().bytes();
        HttpResponse response =
                new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(reply.status()));
        response.headers().set("Content-Length", body.length);
        if (sentBytes == 0) {
            channel.close();
            return;
        }
        channel.write(head(response, reply, false));
        ByteBuf part = Unpooled.wrappedBuffer(body, 0, Math.min(sentBytes, body.length));
        finish(new DefaultHttpContent(part), false);
    }

    private void whole(Reply reply, ByteBuf body) {
        DefaultFullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(reply.status()), body);
        boolean bodyless = reply.status() == NO_CONTENT || reply.status() == NOT_MODIFIED;
        if (!bodyless) {
            response.headers().set("Content-Length", body.readableBytes());
        }
        finish(head(response, reply, framed.keepAlive()), framed.keepAlive());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // if the head fails, so does the end, which closes
    private void stream(Reply reply, ByteBuf body) {
        boolean stays = framed.keepAlive() && framed.chunks();
        HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(reply.status()));
        if (framed.chunks()) {
            head.headers().set("Transfer-Encoding", "chunked");
        }
        channel.write(head(head, reply, stays));
        while (body.isReadable()) {
            ByteBuf chunk = body.readSlice(Math.min(reply.chunkBytes(), body.readableBytes()));
            channel.write(new DefaultHttpContent(chunk.retain()));
        }
        body.release();
        finish(LastHttpContent.EMPTY_LAST_CONTENT, stays);
    }

    private <T extends HttpResponse> T head(T response, Reply reply, boolean stays) {
        HttpHeaders headers = response.headers();
        headers.set("Date", HTTP_DATE.format(ZonedDateTime.now(ZoneOffset.UTC)));
        headers.set("Content-Type", reply.contentType());
        headers.set("Connection", stays ? "keep-alive" : "close");
        headers.set("Server", "qpy-sandbox");
        reply.headers().forEach(headers::set);
        return response;
    }

    private void finish(Object last, boolean stays) {
        ChannelFuture written = channel.writeAndFlush(last);
        if (!stays) {
            written.addListener(ChannelFutureListener.CLOSE);
        }
    }
}
