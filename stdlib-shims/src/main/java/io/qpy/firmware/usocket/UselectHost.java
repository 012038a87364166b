package io.qpy.firmware.usocket;

import io.qpy.device.Device;
import io.qpy.device.time.Time;
import io.qpy.device.time.Waits;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;
import java.util.ArrayList;
import java.util.List;

/** The host object of {@code uselect}. */
public final class UselectHost {
    private final Device device;
    private final Time time;
    private final Waits waits;
    private final Readiness readiness;
    private final Alarm none = new Alarm();

    public UselectHost(ModuleContext context) {
        device = context.device();
        time = device.time();
        waits = device.waits();
        readiness = new Readiness(device);
    }

    /** Whether an object is a socket that can be asked. */
    @Exposed
    boolean isPollable(Object socket) {
        return socket instanceof Pollable;
    }

    @Exposed
    Alarm alarm() {
        return new Alarm();
    }

    /**
     * Waits until a socket is ready.
     *
     * @param millis how long; less than 0 for ever
     * @param alarm ends the wait, too; null for none
     * @return for each socket what is ready of its mask
     */
    @Exposed
    List<Integer> poll(List<Object> sockets, List<Integer> masks, int millis, Alarm alarm) {
        List<Pollable> asked = sockets.stream().map(Pollable.class::cast).toList();
        return poll(
                asked, masks, time.in(millis < 0 ? Time.FOR_EVER : Time.millis(millis)), alarm == null ? none : alarm);
    }

    /** What the loop of {@code uasyncio} waits in. */
    @Exposed
    LoopWait loopWait(Alarm alarm) {
        return new LoopWait(device, this, alarm);
    }

    /** {@link #poll(List, List, int, Alarm)} until a moment of the device's time. */
    List<Integer> poll(List<Pollable> sockets, List<Integer> masks, long deadline, Alarm alarm) {
        List<Integer> ready = ready(sockets, masks);
        if (isAny(ready) && waits.takeTurn()) {
            ready = ready(sockets, masks);
        }
        while (!isAny(ready) && !alarm.isRung() && awaitAny(sockets, masks, deadline, alarm)) {
            ready = ready(sockets, masks);
        }
        return ready;
    }

    private static boolean isAny(List<Integer> ready) {
        return ready.stream().anyMatch(each -> each != 0);
    }

    private static List<Integer> ready(List<Pollable> sockets, List<Integer> masks) {
        List<Integer> ready = new ArrayList<>();
        for (int i = 0; i < sockets.size(); i++) {
            ready.add(sockets.get(i).ready(masks.get(i)));
        }
        return ready;
    }

    private boolean awaitAny(List<Pollable> sockets, List<Integer> masks, long deadline, Alarm alarm) {
        if (sockets.isEmpty()) {
            long length = deadline == Time.FOR_EVER ? Time.FOR_EVER : deadline - time.nanos();
            return waits.await(alarm.event(), length);
        }
        return readiness.await(
                selector -> {
                    for (int i = 0; i < sockets.size(); i++) {
                        sockets.get(i).register(selector, masks.get(i));
                    }
                },
                deadline,
                alarm.event());
    }
}
