package io.qpy.pymodules.hardware;

import io.qpy.device.Device;
import io.qpy.device.board.RtcAlarm;
import io.qpy.device.time.DeviceClock;
import io.qpy.module.Callback;
import io.qpy.module.Callbacks;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.List;

/** What {@code machine.RTC} asks of the clock and its alarm. A run goes on as long as an alarm is to come. */
final class RtcHost {
    private final DeviceClock clock;
    private final RtcAlarm alarm;
    private final Callbacks callbacks;

    RtcHost(ModuleContext context) {
        Device device = context.device();
        clock = device.clock();
        alarm = device.board().alarm();
        callbacks = context.callbacks();
    }

    /** [year, month, day, day of the week from 0 for Sunday, hour, minute, second]. */
    @Exposed
    List<Integer> read() {
        LocalDateTime now = clock.rtc();
        return List.of(
                now.getYear(),
                now.getMonthValue(),
                now.getDayOfMonth(),
                now.getDayOfWeek().getValue() % DayOfWeek.SUNDAY.getValue(),
                now.getHour(),
                now.getMinute(),
                now.getSecond());
    }

    /** Sets the clock; false where there is no such moment. */
    @Exposed
    boolean set(int year, int month, int day, int hour, int minute, int second) {
        try {
            clock.setRtc(LocalDateTime.of(year, month, day, hour, minute, second));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Sets the alarm; what is too large goes on to the next (facts-board.md B2.63). False where there is no such day. */
    @Exposed
    boolean setAlarm(int year, int month, int day, int hour, int minute, int second) {
        try {
            alarm.set(LocalDateTime.of(year, month, day, 0, 0)
                    .plusHours(hour)
                    .plusMinutes(minute)
                    .plusSeconds(second));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    @Exposed
    void register(Callback function) {
        alarm.handle(() -> ring(function));
    }

    /** Whether a function is registered. */
    @Exposed
    boolean isHandled() {
        return alarm.isHandled();
    }

    @Exposed
    void enable(boolean on) {
        callbacks.forget(this);
        if (!alarm.isHandled()) {
            alarm.handle(this::forgetUnlessSetAgain);
        }
        alarm.enable(on);
        if (alarm.isAhead()) {
            callbacks.expect(this);
        }
    }

    private void ring(Callback present) {
        Callback last = arguments -> {
            try {
                present.call(arguments);
            } finally {
                forgetUnlessSetAgain();
            }
        };
        if (!callbacks.offer(last, null)) {
            forgetUnlessSetAgain();
        }
    }

    private void forgetUnlessSetAgain() {
        if (!alarm.isAhead()) {
            callbacks.forget(this);
        }
    }
}
