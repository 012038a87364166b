package io.qpy.sandbox.ntp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/** The 48 bytes of RFC 5905 section 7.3. */
final class NtpPacket {
    private static final int BYTES = 48;
    private static final int CLIENT = 3;
    private static final int SERVER = 4;
    private static final int POLL_AT = 2;
    private static final int TRANSMIT_AT = 40;
    /** As a power of two, in seconds: about a microsecond. */
    private static final int PRECISION = -20;

    private NtpPacket() {}

    static Optional<String> flaw(ByteBuf request) {
        if (request.readableBytes() < BYTES) {
            return Optional.of("%d bytes, an NTP packet has 48".formatted(request.readableBytes()));
        }
        int mode = request.getByte(0) & 7;
        if (mode != CLIENT || version(request) < 3 || version(request) > 4) {
            return Optional.of(
                    "mode %d, version %d: expected mode 3 (client), version 3 or 4".formatted(mode, version(request)));
        }
        return Optional.empty();
    }

    static int version(ByteBuf request) {
        return request.getByte(0) >> 3 & 7;
    }

    /** The time of transmission is taken last, just before the packet goes. */
    static ByteBuf answer(ByteBuf request, NtpTimestamp arrival, Supplier<NtpTimestamp> now) {
        ByteBuf answer = Unpooled.buffer(BYTES)
                .writeByte(version(request) << 3 | SERVER)
                .writeByte(1)
                .writeByte(request.getByte(POLL_AT))
                .writeByte(PRECISION)
                .writeInt(0)
                .writeInt(0)
                .writeBytes("LOCL".getBytes(StandardCharsets.US_ASCII));
        write(answer, arrival);
        answer.writeBytes(request, TRANSMIT_AT, Long.BYTES);
        write(answer, arrival);
        write(answer, now.get());
        return answer;
    }

    private static void write(ByteBuf packet, NtpTimestamp timestamp) {
        packet.writeInt(timestamp.seconds()).writeInt(timestamp.fraction());
    }
}
