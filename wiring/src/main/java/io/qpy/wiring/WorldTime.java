package io.qpy.wiring;

import io.qpy.device.time.Alarm;
import io.qpy.device.time.ServerEnds;
import io.qpy.device.time.Servers;
import io.qpy.device.time.Time;
import io.qpy.device.time.VirtualTime;
import io.qpy.sandbox.Sandbox;
import io.qpy.sandbox.net.Timers;
import io.qpy.sandbox.net.TrafficObserver;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;

/**
 * The time that devices and the sandbox around them go by: this PC's, or virtual. And what they draw by chance: other
 * things each time, or the same.
 */
public final class WorldTime {
    private static final Instant TEST_START = Instant.parse("2026-01-01T00:00:00Z");

    private static final long TEST_SEED = 1;

    private final VirtualTime virtual;
    private final Long seed;

    private WorldTime(VirtualTime virtual, Long seed) {
        this.virtual = virtual;
        this.seed = seed;
    }

    public static WorldTime real() {
        return new WorldTime(null, null);
    }

    public static WorldTime virtual(VirtualTime time) {
        return new WorldTime(time, null);
    }

    /** The same with what is drawn by chance after this seed; null changes nothing. */
    public WorldTime seeded(Long newSeed) {
        return newSeed == null ? this : new WorldTime(virtual, newSeed);
    }

    private static WorldTime virtual(Instant start) {
        return virtual(new VirtualTime(start));
    }

    public static WorldTime of(TimeMode mode) {
        return mode == TimeMode.virtual ? virtual(Instant.now()) : real();
    }

    /** The same each time: virtual time begins with 2026, and chance has a seed. */
    public static WorldTime ofTest(TimeMode mode) {
        return mode == TimeMode.virtual ? virtual(TEST_START).seeded(TEST_SEED) : real();
    }

    /** Of virtual time; -1 where time is this PC's. */
    public long round() {
        return virtual == null ? -1 : virtual.round();
    }

    Time ofDevice() {
        return virtual == null ? Time.real() : virtual.ofDevice();
    }

    /** Time ends; devices have no more to do with it. */
    void end() {
        if (virtual != null) {
            virtual.close();
        }
    }

    /** What the device draws by chance. */
    Random chanceOfDevice() {
        return chance(1);
    }

    /** Device and servers each draw from their own: whose turn it is first is no matter then. */
    private Random chance(int whose) {
        return seed == null ? new SecureRandom() : new Random(seed * 2 + whose);
    }

    /** A sandbox that goes by it, to be built; then {@link #watch}. */
    public Sandbox.Builder sandbox() {
        Sandbox.Builder builder = Sandbox.builder().random(chance(0));
        return virtual == null
                ? builder
                : builder.clock(new VirtualClock(virtual))
                        .timers(new VirtualTimers(virtual))
                        .observer(new Ends(virtual.ends()));
    }

    /** Has time stand still while the sandbox does something. */
    public void watch(Sandbox sandbox) {
        if (virtual != null) {
            virtual.watch(new Watched(sandbox));
        }
    }

    /** Calls, on a thread of its own, when virtual time has come so far. */
    public void at(Duration moment, Runnable call) {
        virtual.endAt(moment.toNanos(), () -> {
            Thread thread = new Thread(call, "qpy-until");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private static final class VirtualClock extends Clock {
        private final VirtualTime time;

        VirtualClock(VirtualTime time) {
            this.time = time;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(this, Duration.ZERO).withZone(zone);
        }

        @Override
        public Instant instant() {
            return time.instant();
        }
    }

    private record VirtualTimers(VirtualTime time) implements Timers {
        @Override
        public long nanos() {
            return time.nanos();
        }

        @Override
        public Runnable schedule(Duration delay, Runnable task) {
            Alarm alarm = time.schedule(delay.toNanos(), task);
            return alarm::cancel;
        }
    }

    private record Watched(Sandbox sandbox) implements Servers {
        @Override
        public boolean atRest() {
            return sandbox.isAtRest();
        }

        @Override
        public boolean areStillAtRest() {
            return sandbox.isStillAtRest();
        }
    }

    private record Ends(ServerEnds ends) implements TrafficObserver {
        @Override
        public void listening(int server) {
            ends.listening(server);
        }

        @Override
        public void accepted(int client, int server) {
            ends.accepted(client, server);
        }

        @Override
        public void received(int client, int server, int bytes) {
            ends.received(client, server, bytes);
        }

        @Override
        public void sent(int client, int server, int bytes) {
            ends.sent(client, server, bytes);
        }

        @Override
        public void paused(int client, int server, boolean paused) {
            ends.paused(client, server, paused);
        }

        @Override
        public void closed(int client, int server) {
            ends.closed(client, server);
        }

        @Override
        public void receivedDatagram(int client, int server) {
            ends.receivedDatagram(client, server);
        }

        @Override
        public void sentDatagram(int client, int server) {
            ends.sentDatagram(client, server);
        }
    }
}
