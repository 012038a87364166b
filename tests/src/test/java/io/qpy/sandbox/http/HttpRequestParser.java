package io.qpy.sandbox.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flow.FlowControlHandler;
import io.qpy.fuzz.Parser;
import io.qpy.fuzz.Seeds;
import io.qpy.sandbox.journal.Event;
import io.qpy.sandbox.journal.Journal;
import io.qpy.sandbox.net.Reactor;
import io.qpy.sandbox.net.Timers;
import io.qpy.sandbox.net.TrafficObserver;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a client sends the sandbox's web server. */
public final class HttpRequestParser implements Parser {
    private static final int MAX_BODY = 1 << 20;

    private final Reactor reactor = new Reactor(
            new Timers() {
                @Override
                public long nanos() {
                    return 0;
                }

                @Override
                public Runnable schedule(Duration delay, Runnable task) {
                    return () -> {};
                }
            },
            TrafficObserver.NONE);

    @Override
    @SuppressWarnings("StringConcatToTextBlock") // a text block has no CR at the ends of its lines
    public List<byte[]> seeds() {
        return Seeds.bytes(
                "GET /get?a=1&b=%20c HTTP/1.1\r\nHost: httpbin.org\r\nX: y\r\n\r\n",
                "POST /post HTTP/1.1\r\n"
                        + "Host: h\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 7\r\n\r\n"
                        + "a=1&b=2",
                "POST /post HTTP/1.1\r\n"
                        + "Host: h\r\n"
                        + "Content-Type: multipart/form-data; boundary=xx\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n"
                        + "32\r\n"
                        + "--xx\r\n"
                        + "Content-Disposition: form-data; name=\"f\"\r\n\r\n\r\n"
                        + "0\r\n\r\n",
                "PUT /anything HTTP/1.1\r\n"
                        + "Host: h\r\n"
                        + "Content-Type: application/json\r\n"
                        + "Content-Length: 8\r\n\r\n"
                        + "{\"a\": 1}",
                "GET /bytes/10?seed=1 HTTP/1.0\r\n\r\nGET /status/418 HTTP/1.1\r\nHost: h\r\n\r\n",
                "GET /redirect/2 HTTP/1.1\r\n\r\n",
                "GET /delay/1 HTTP/1.1\r\n\r\n",
                "GET /stream/3 HTTP/1.1\r\n\r\n",
                "GET /basic-auth/u/p HTTP/1.1\r\nAuthorization: Basic dTpw\r\n\r\n",
                "GET /drip?numbytes=3&duration=1 HTTP/1.1\r\n\r\n",
                "GET /range/20 HTTP/1.1\r\nRange: bytes=1-5\r\n\r\n",
                "GET /response-headers?a=b HTTP/1.1\r\n\r\n",
                "GET /cookies/set?a=b HTTP/1.1\r\nCookie: c=d\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n");
    }

    @Override
    public List<byte[]> words() {
        return Seeds.bytes(
                "\r\n",
                "\r\n\r\n",
                "%",
                "%zz",
                "%00",
                "?",
                "&",
                "=",
                "/",
                "..",
                "http://",
                " HTTP/1.1",
                "Content-Length: ",
                "Transfer-Encoding: chunked\r\n",
                "ffffffff\r\n",
                "Host: ",
                "boundary=",
                "bytes=",
                "-",
                ",",
                "\351",
                "GET /",
                "POST /",
                "HEAD /",
                "OPTIONS *",
                "CONNECT a:1",
                "/status/",
                "/bytes/",
                "/redirect/",
                "/stream-bytes/",
                "/base64/",
                "/links/",
                "/delay/",
                "/image/png",
                "/headers",
                "/ip",
                "/uuid",
                "/gzip",
                "/encoding/utf8");
    }

    @Override
    public String parse(byte[] input) {
        Journal journal = new Journal();
        EmbeddedChannel channel = new Addressed();
        channel.pipeline()
                .addLast(new HttpServerCodec())
                .addLast(new BodyCollector(MAX_BODY))
                .addLast(new FlowControlHandler())
                .addLast(new HttpConnection(reactor, false, Map.of(), new Programme(), journal));
        channel.writeInbound(Unpooled.wrappedBuffer(input));
        channel.runPendingTasks();
        String answer = answer(channel);
        channel.finishAndReleaseAll();
        for (Event event : journal.events()) {
            if (event instanceof Event.Rejected rejected && !isRefusal(rejected.line())) {
                throw new AssertionError(rejected.line());
            }
        }
        return answer;
    }

    private static boolean isRefusal(String line) {
        return line.contains("malformed request: ")
                || line.contains("closed before its answer")
                || line.contains("Channel closed while still aggregating");
    }

    private static String answer(EmbeddedChannel channel) {
        Object first = channel.readOutbound();
        String text =
                first instanceof ByteBuf bytes ? bytes.toString(StandardCharsets.ISO_8859_1) : String.valueOf(first);
        if (first instanceof ByteBuf bytes) {
            bytes.release();
        }
        return text.substring(0, Math.min(15, text.length()));
    }

    /** A channel that seems to be a socket's. */
    private static final class Addressed extends EmbeddedChannel {
        @Override
        protected SocketAddress localAddress0() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), 80);
        }

        @Override
        protected SocketAddress remoteAddress0() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), 50000);
        }
    }
}
