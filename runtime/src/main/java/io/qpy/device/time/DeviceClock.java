package io.qpy.device.time;

import io.qpy.device.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The device's real-time clock, its time zone and its time since power-on. Setting it moves an offset to the
 * device's {@link Time}.
 *
 * <p>A module gets its time from the cellular network when it registers, in Chinese local time (facts.md 11.55): the
 * clock therefore starts at the PC's UTC plus eight hours.
 */
public final class DeviceClock implements Part {
    private static final int CHINA_HOURS = 8;

    private final Time time;
    private Duration rtcMinusHost = Duration.ofHours(CHINA_HOURS);
    private int zoneHours = CHINA_HOURS;
    private Instant frozen;
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();

    public DeviceClock(Time time) {
        this.time = time;
    }

    public static DeviceClock system() {
        return new DeviceClock(Time.real());
    }

    /** The real-time clock as it stands, with no zone of its own. */
    public synchronized LocalDateTime rtc() {
        time.read();
        return LocalDateTime.ofInstant(now().plus(rtcMinusHost), ZoneOffset.UTC);
    }

    public void setRtc(LocalDateTime rtc) {
        synchronized (this) {
            rtcMinusHost = Duration.between(now(), rtc.toInstant(ZoneOffset.UTC));
        }
        followers.forEach(Runnable::run);
    }

    /** Is told each time that the real-time clock was set, on the thread that did it. */
    public void onSet(Runnable follower) {
        followers.add(follower);
    }

    /** Stops the real-time clock; the time since power-on goes on. */
    public synchronized void freeze() {
        frozen = time.instant();
    }

    /** Lets it go on from where it was stopped. */
    public synchronized void thaw() {
        if (frozen != null) {
            rtcMinusHost = rtcMinusHost.plus(Duration.between(time.instant(), frozen));
            frozen = null;
        }
    }

    public synchronized boolean isFrozen() {
        return frozen != null;
    }

    @Override
    public synchronized Runnable snapshot() {
        Duration savedOffset = rtcMinusHost;
        int savedZone = zoneHours;
        Instant savedStop = frozen;
        return () -> {
            synchronized (this) {
                rtcMinusHost = savedOffset;
                zoneHours = savedZone;
                frozen = savedStop;
            }
        };
    }

    private Instant now() {
        return frozen != null ? frozen : time.instant();
    }

    /** Hours east of UTC. */
    public synchronized int zoneHours() {
        return zoneHours;
    }

    /** Moves the real-time clock by the difference between the old zone and the new one. */
    public void setZoneHours(int hours) {
        synchronized (this) {
            rtcMinusHost = rtcMinusHost.plusHours((long) hours - zoneHours);
            zoneHours = hours;
        }
        followers.forEach(Runnable::run);
    }

    /** The time as the device believes it, in UTC: the real-time clock less the zone. */
    public synchronized Instant instant() {
        return now().plus(rtcMinusHost).minus(Duration.ofHours(zoneHours));
    }

    /** Nanoseconds since power-on; never set, never going back. */
    public long nanosSincePowerOn() {
        time.read();
        return time.nanos();
    }
}
