package io.qpy.sandbox.mqtt;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.qpy.sandbox.tls.ServerContexts;
import io.qpy.sandbox.tls.TlsHandler;
import java.util.List;

/** Tells TLS from MQTT by the first byte, so that one port serves both, and turns everything else away at once. */
final class Doorman extends ByteToMessageDecoder {
    private static final int TLS_HANDSHAKE = 0x16;
    private static final int CONNECT = 0x10;

    private final ServerContexts contexts;
    private final Connection connection;

    Doorman(ServerContexts contexts, Connection connection) {
        this.contexts = contexts;
        this.connection = connection;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        int first = in.getUnsignedByte(in.readerIndex());
        if (first == TLS_HANDSHAKE && !connection.tls()) {
            connection.secured();
            ctx.pipeline().addAfter(ctx.name(), null, new Doorman(contexts, connection));
            ctx.pipeline().replace(this, null, new TlsHandler(contexts));
        } else if (first == CONNECT) {
            ctx.pipeline().remove(this);
        } else {
            in.skipBytes(in.readableBytes());
            connection.end("the first byte is 0x%02x, which no MQTT client sends (CONNECT is 0x10)".formatted(first));
        }
    }
}
