package io.qpy.device.board;

import io.qpy.device.Part;
import io.qpy.device.time.DeviceClock;
import io.qpy.device.time.Time;
import java.time.Duration;
import java.time.LocalDateTime;

/** The alarm of the real-time clock. It follows the clock when that is set. */
public final class RtcAlarm implements Part {
    private final DeviceClock clock;
    private final BoardTimer timer;
    private LocalDateTime moment;
    private boolean enabled;
    private Runnable handler;

    RtcAlarm(Time time, DeviceClock clock) {
        this.clock = clock;
        timer = new BoardTimers(time).timer();
        clock.onSet(this::follow);
    }

    /** What is done at the alarm; it must not block. */
    public synchronized void handle(Runnable value) {
        handler = value;
    }

    public synchronized boolean isHandled() {
        return handler != null;
    }

    public synchronized void set(LocalDateTime value) {
        moment = value;
        follow();
    }

    public synchronized void enable(boolean value) {
        enabled = value;
        follow();
    }

    /** Whether it is still to come; one whose time has passed never does. */
    public synchronized boolean isAhead() {
        return enabled && moment != null && moment.isAfter(clock.rtc());
    }

    /** How many nanoseconds until it comes; 0 where it does not. */
    public synchronized long ahead() {
        return isAhead() ? Duration.between(clock.rtc(), moment).toNanos() : 0;
    }

    private synchronized void follow() {
        timer.stop();
        if (isAhead()) {
            timer.start(Duration.between(clock.rtc(), moment).toNanos(), 0, this::ring);
        }
    }

    private synchronized void ring() {
        enabled = false;
        if (handler != null) {
            handler.run();
        }
    }

    @Override
    public synchronized void reset() {
        enabled = false;
        handler = null;
        timer.stop();
    }

    @Override
    public void restart() {
        reset();
    }

    @Override
    public synchronized Runnable snapshot() {
        LocalDateTime savedMoment = moment;
        boolean wasEnabled = enabled;
        Runnable savedHandler = handler;
        return () -> {
            synchronized (this) {
                moment = savedMoment;
                enabled = wasEnabled;
                handler = savedHandler;
                follow();
            }
        };
    }

    @Override
    public void close() {
        reset();
    }
}
