package io.qpy.sandbox.mqtt;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.qpy.fuzz.Parser;
import io.qpy.fuzz.Seeds;
import io.qpy.sandbox.journal.Event;
import io.qpy.sandbox.journal.Journal;
import io.qpy.sandbox.net.Reactor;
import io.qpy.sandbox.net.Timers;
import io.qpy.sandbox.net.TrafficObserver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** What a client sends the sandbox's broker. */
public final class MqttPacketParser implements Parser {
    private static final String CONNECT =
            "\020\022\000\004MQTT\004\302\000<\000\001c\000\001u\000\001p".replace("\022", "\023");

    private final Reactor reactor = new Reactor(new NoTimers(), TrafficObserver.NONE);

    @Override
    public List<byte[]> seeds() {
        return Seeds.bytes(
                CONNECT,
                CONNECT + "\202\006\000\001\000\001#\001" + "0\005\000\001aXY" + "2\006\000\001a\000\007Z" + "\300\000"
                        + "\340\000",
                CONNECT + "\202\011\000\002\000\004a/+b\002" + "4\006\000\001a\000\011Z" + "b\002\000\011"
                        + "\242\010\000\003\000\004a/+b",
                "\020\033\000\006MQIsdp\003\356\000\000\000\001c\000\001w\000\001m\000\001u\000\001p");
    }

    @Override
    public List<byte[]> words() {
        return Seeds.bytes(
                "\000\004MQTT",
                "\005",
                "\000\000",
                "\377\377",
                "\377\377\377\177",
                "\200\200\200\200\001",
                "#",
                "+",
                "/",
                "$SYS",
                "\355\240\200",
                "0\003\000\001a",
                "@\002\000\001",
                "P\002\000\001",
                "p\002\000\001",
                "\360\000");
    }

    @Override
    public String parse(byte[] input) {
        Journal journal = new Journal();
        AtomicReference<String> last = new AtomicReference<>("");
        Runnable ignored = journal.onEvent(event -> last.set(line(event)));
        Connection connection = new Connection(
                reactor,
                new Broker(MqttLimits.DEFAULT, journal),
                new Gate(Admission.ANYONE),
                MqttLimits.DEFAULT,
                journal);
        EmbeddedChannel channel = new EmbeddedChannel(
                MqttEncoder.INSTANCE,
                new Framing(MqttLimits.DEFAULT.packetBytes(), connection),
                new MqttDecoder(MqttLimits.DEFAULT.packetBytes(), 0xFFFF),
                connection);
        channel.writeInbound(Unpooled.wrappedBuffer(input));
        channel.finishAndReleaseAll();
        return Seeds.kind(last.get());
    }

    private static String line(Event event) {
        String line = event.line();
        if (line.contains("the connection broke")) {
            throw new AssertionError(line);
        }
        return line;
    }

    /** No time passes. */
    private static final class NoTimers implements Timers {
        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public Runnable schedule(Duration delay, Runnable task) {
            return () -> {};
        }
    }
}
