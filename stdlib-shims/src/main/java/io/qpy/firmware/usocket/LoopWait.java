package io.qpy.firmware.usocket;

import io.qpy.device.Device;
import io.qpy.device.time.Time;
import io.qpy.module.Exposed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What the loop of {@code uasyncio} waits in: until its first task is due, a socket is ready, or the alarm rings. */
final class LoopWait {
    private static final int TURNS_BETWEEN_LOOKS = 4; // tasks that are due run before the sockets are looked at again
    private static final long TICKS_PERIOD = 0x40000000;

    private final Device device;
    private final UselectHost polling;
    private final Alarm alarm;
    private final Map<Long, Watched> sockets = new LinkedHashMap<>();
    private int turns;

    private record Watched(Pollable socket, int mask) {}

    LoopWait(Device device, UselectHost polling, Alarm alarm) {
        this.device = device;
        this.polling = polling;
        this.alarm = alarm;
    }

    /** A task waits for a socket, by a number of the loop's; false where it is no socket. */
    @Exposed
    boolean watch(long key, Object socket, int mask) {
        if (!(socket instanceof Pollable pollable)) {
            return false;
        }
        sockets.merge(key, new Watched(pollable, mask), (old, added) -> new Watched(pollable, old.mask() | mask));
        return true;
    }

    /** It no longer does. */
    @Exposed
    void forget(long key, int mask) {
        sockets.computeIfPresent(
                key, (same, old) -> (old.mask() & ~mask) == 0 ? null : new Watched(old.socket(), old.mask() & ~mask));
    }

    /**
     * Waits.
     *
     * @param due of {@code utime.ticks_ms()}; less than 0 for ever
     * @return null when it is that moment; else a number and what is ready of each socket, of none when the alarm rang
     */
    @Exposed
    List<List<Long>> until(long due) {
        long left = due < 0 ? Time.FOR_EVER : left(due);
        if (left <= 0 && (sockets.isEmpty() || ++turns % TURNS_BETWEEN_LOOKS != 0)) {
            return null;
        }
        List<Long> keys = new ArrayList<>(sockets.keySet());
        List<Watched> watched = new ArrayList<>(sockets.values());
        List<Integer> events = polling.poll(
                watched.stream().map(Watched::socket).toList(),
                watched.stream().map(Watched::mask).toList(),
                device.time().in(Math.max(0, left)),
                alarm);
        alarm.reset();
        List<List<Long>> ready = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            if (events.get(i) != 0) {
                ready.add(List.of(keys.get(i), (long) events.get(i)));
            }
        }
        return ready.isEmpty() && due >= 0 && left(due) <= 0 ? null : ready;
    }

    /** Nanoseconds until the device's ticks are at a moment. */
    private long left(long due) {
        long now = device.clock().nanosSincePowerOn();
        long millis = TimeUnit.NANOSECONDS.toMillis(now);
        long later = Math.floorMod(due - millis + TICKS_PERIOD / 2, TICKS_PERIOD) - TICKS_PERIOD / 2;
        return later <= 0 ? later : TimeUnit.MILLISECONDS.toNanos(millis + later) - now;
    }
}
