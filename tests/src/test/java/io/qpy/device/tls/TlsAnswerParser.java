package io.qpy.device.tls;

import io.qpy.device.Notices;
import io.qpy.device.network.Stream;
import io.qpy.device.time.DeviceClock;
import io.qpy.fuzz.Parser;
import io.qpy.fuzz.Seeds;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** What a server sends the device in a TLS handshake. */
public final class TlsAnswerParser implements Parser {
    /** ServerHello of TLS 1.2, with a suite of each kind. */
    private static final String HELLO =
            "\026\003\003\000\054\002\000\000\050\003\003" + "R".repeat(32) + "\000\300\053\000" + "\000\000";

    private static final String CERTIFICATE =
            "\026\003\003\000\015\013\000\000\011\000\000\006\000\000\003\060\001\000";

    @Override
    public List<byte[]> seeds() {
        return Seeds.bytes(
                HELLO,
                HELLO + CERTIFICATE,
                HELLO.replace("\300\053", "\300\043") + CERTIFICATE + "\026\003\003\000\004\016\000\000\000",
                "\025\003\003\000\002\002\050",
                "HTTP/1.1 400 Bad Request\r\n\r\n",
                "\026\003\003\000\066\002\000\000\062\003\003" + "R".repeat(32) + "\000\023\001\000"
                        + "\000\012\000\053\000\002\003\004\000\063\000\000");
    }

    @Override
    public List<byte[]> words() {
        return Seeds.bytes(
                HELLO,
                CERTIFICATE,
                "\026\003\003",
                "\027\003\003\100\001",
                "\024\003\003\000\001\001",
                "\023\001",
                "\300\057",
                "\000\012",
                "\377\377",
                "\000\053\000\002\003\004",
                "\000\027\000\000",
                "\377\001\000\001\000",
                "\000\013\000\002\001\000");
    }

    @Override
    public String parse(byte[] input) {
        DeviceTls tls = DeviceTls.of(Trust.inAnyone(), DeviceClock.system(), Notices.discarding());
        try {
            return "agreed " + tls.over(new Said(input), "fuzz.example").handshake();
        } catch (IOException e) {
            return Seeds.kind(e.getMessage());
        }
    }

    /** A peer that has said something and closed. */
    private static final class Said implements Stream {
        private final ByteBuffer left;

        Said(byte[] bytes) {
            left = ByteBuffer.wrap(bytes);
        }

        @Override
        public int read(ByteBuffer target) {
            int count = Math.min(left.remaining(), target.remaining());
            for (int i = 0; i < count; i++) {
                target.put(left.get());
            }
            return count == 0 ? -1 : count;
        }

        @Override
        public int write(ByteBuffer source) {
            int count = source.remaining();
            source.position(source.limit());
            return count;
        }

        @Override
        public void setBlocking(boolean blocking) {}

        @Override
        public int state() {
            return 4;
        }

        @Override
        public String peer() {
            return "fuzz.example:443";
        }

        @Override
        public void close() {}
    }
}
