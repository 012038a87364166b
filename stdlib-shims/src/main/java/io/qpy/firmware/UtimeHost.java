package io.qpy.firmware;

import io.qpy.device.Device;
import io.qpy.device.DeviceError;
import io.qpy.device.time.DeviceClock;
import io.qpy.module.Exposed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The host object of {@code utime}. */
final class UtimeHost {
    /** {@code localtime(secs)} and {@code mktime} are at UTC+8 whatever the zone is set to (facts.md 11.50). */
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private final Device device;

    UtimeHost(Device device) {
        this.device = device;
    }

    private DeviceClock clock() {
        return device.clock();
    }

    @Exposed
    List<Integer> rtc() {
        return fields(clock().rtc());
    }

    @Exposed
    List<Integer> chinaTime(long unixSeconds) {
        try {
            return fields(LocalDateTime.ofInstant(Instant.ofEpochSecond(unixSeconds), CHINA));
        } catch (DateTimeException e) {
            throw DeviceError.of("OverflowError", "localtime argument out of range");
        }
    }

    @Exposed
    long chinaSeconds(List<Number> date) {
        try {
            return LocalDateTime.of(Math.toIntExact(date.get(0).longValue()), 1, 1, 0, 0, 0)
                    .plusMonths(date.get(1).longValue() - 1)
                    .plusDays(date.get(2).longValue() - 1)
                    .plusHours(date.get(3).longValue())
                    .plusMinutes(date.get(4).longValue())
                    .plusSeconds(date.get(5).longValue())
                    .toEpochSecond(CHINA);
        } catch (DateTimeException | ArithmeticException e) {
            throw DeviceError.of("OverflowError", "mktime argument out of range");
        }
    }

    private static List<Integer> fields(LocalDateTime time) {
        return List.of(
                time.getYear(),
                time.getMonthValue(),
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond(),
                time.getDayOfWeek().getValue() - 1,
                time.getDayOfYear());
    }

    @Exposed
    int zoneHours() {
        return clock().zoneHours();
    }

    @Exposed
    void setZoneHours(int hours) {
        clock().setZoneHours(hours);
    }

    @Exposed
    long millis() {
        return TimeUnit.NANOSECONDS.toMillis(clock().nanosSincePowerOn());
    }

    @Exposed
    long micros() {
        return TimeUnit.NANOSECONDS.toMicros(clock().nanosSincePowerOn());
    }

    /** Waits; an interruption by the person at the PC ends it. */
    @Exposed
    void sleepMicros(long micros) {
        // Also nothing at all lets other threads go on.
        device.waits().sleep(TimeUnit.MICROSECONDS.toNanos(Math.max(0, micros)));
    }
}
