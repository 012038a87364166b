package io.qpy.sandbox.mqtt;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/**
 * Cuts the stream into whole packets and limits their length.
 *
 * <p>The codec alone would wait for more when a packet's fields go beyond its length (a CONNECT without its client id, which the module's
 * firmware sends when the id is empty); with whole packets the connection knows that nothing more will come.
 */
final class Framing extends ByteToMessageDecoder {
    /** Follows each packet through the pipeline. */
    static final Object PACKET_ENDS = new Object();

    private static final int MAX_LENGTH_BYTES = 4;

    private final int maxBytes;
    private final Connection connection;

    Framing(int maxBytes, Connection connection) {
        this.maxBytes = maxBytes;
        this.connection = connection;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        int length = 0;
        for (int i = 0; i < MAX_LENGTH_BYTES; i++) {
            int at = in.readerIndex() + 1 + i;
            if (at >= in.writerIndex()) {
                return;
            }
            int digit = in.getUnsignedByte(at);
            length |= (digit & 0x7F) << (7 * i);
            if (digit < 0x80) {
                packet(ctx, in, 2 + i, length);
                return;
            }
        }
        reject(in, "the length of a packet has more than 4 bytes");
    }

    private void packet(ChannelHandlerContext ctx, ByteBuf in, int headerBytes, int length) {
        if (length > maxBytes) {
            reject(in, "a packet of %d bytes is larger than the limit, %d".formatted(length, maxBytes));
        } else if (in.readableBytes() >= headerBytes + length) {
            ctx.fireChannelRead(in.readRetainedSlice(headerBytes + length));
            ctx.fireUserEventTriggered(PACKET_ENDS);
        }
    }

    private void reject(ByteBuf in, String reason) {
        in.skipBytes(in.readableBytes());
        connection.end(reason);
    }
}
