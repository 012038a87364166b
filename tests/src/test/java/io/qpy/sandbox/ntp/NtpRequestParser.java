package io.qpy.sandbox.ntp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.qpy.fuzz.Parser;
import io.qpy.fuzz.Seeds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a client sends the sandbox's NTP server. */
public final class NtpRequestParser implements Parser {
    @Override
    public List<byte[]> seeds() {
        return Seeds.bytes("\033" + "\0".repeat(47), "\043" + "\0".repeat(39) + "\352\273\0\0\0\0\0\0", "\033");
    }

    @Override
    public String parse(byte[] input) {
        ByteBuf request = Unpooled.wrappedBuffer(input);
        Optional<String> flaw = NtpPacket.flaw(request);
        NtpTimestamp now = NtpTimestamp.of(Instant.EPOCH);
        return flaw.map(Seeds::kind)
                .orElseGet(() -> "answered with "
                        + NtpPacket.answer(request, now, () -> now).readableBytes());
    }
}
