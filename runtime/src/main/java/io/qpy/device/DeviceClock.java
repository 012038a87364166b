package io.qpy.device;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The device's real-time clock, its time zone and its time since power-on. Setting it moves an offset; the PC's clock
 * is only read.
 *
 * <p>A module gets its time from the cellular network when it registers, in Chinese local time (facts.md 11.55): the
 * clock therefore starts at the PC's UTC plus eight hours.
 */
public final class DeviceClock {
    private static final int CHINA_HOURS = 8;

    private final Clock host;
    private final long poweredOnNanos = System.nanoTime();
    private Duration rtcMinusHost = Duration.ofHours(CHINA_HOURS);
    private int zoneHours = CHINA_HOURS;

    public DeviceClock(Clock host) {
        this.host = host;
    }

    public static DeviceClock system() {
        return new DeviceClock(Clock.systemUTC());
    }

    /** The real-time clock as it stands, with no zone of its own. */
    public synchronized LocalDateTime rtc() {
        return LocalDateTime.ofInstant(host.instant().plus(rtcMinusHost), ZoneOffset.UTC);
    }

    public synchronized void setRtc(LocalDateTime time) {
        rtcMinusHost = Duration.between(host.instant(), time.toInstant(ZoneOffset.UTC));
    }

    /** Hours east of UTC. */
    public synchronized int zoneHours() {
        return zoneHours;
    }

    /** Moves the real-time clock by the difference between the old zone and the new one. */
    public synchronized void setZoneHours(int hours) {
        rtcMinusHost = rtcMinusHost.plusHours((long) hours - zoneHours);
        zoneHours = hours;
    }

    /** The time as the device believes it, in UTC: the real-time clock less the zone. */
    public synchronized Instant instant() {
        return host.instant().plus(rtcMinusHost).minus(Duration.ofHours(zoneHours));
    }

    /** Nanoseconds since power-on; never set, never going back. */
    public long nanosSincePowerOn() {
        return System.nanoTime() - poweredOnNanos;
    }
}
