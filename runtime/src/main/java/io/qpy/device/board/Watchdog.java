package io.qpy.device.board;

import io.qpy.device.Code;
import io.qpy.device.Notices;
import io.qpy.device.Part;
import io.qpy.device.power.Power;
import io.qpy.device.time.Time;
import java.util.concurrent.TimeUnit;

/** Restarts the module when it is not fed in time. */
public final class Watchdog implements Part {
    private final BoardTimer timer;
    private final Power power;
    private final Notices notices;
    private Runnable ended = () -> {};
    private long period;
    private boolean running;
    private int fed;
    private int bitten;

    Watchdog(Time time, Power power, Notices notices) {
        timer = new BoardTimers(time).timer();
        this.power = power;
        this.notices = notices;
    }

    /**
     * Wants to be fed within so many nanoseconds, again and again.
     *
     * @param whenEnded is done when it runs no longer; it must not block
     */
    public synchronized void start(long length, Runnable whenEnded) {
        period = length;
        ended = whenEnded;
        running = true;
        timer.start(period, 0, this::bite);
    }

    /** Does nothing when it does not run (facts-board.md B2.71). */
    public synchronized void feed() {
        fed++;
        if (running) {
            timer.start(period, 0, this::bite);
        }
    }

    public synchronized void stop() {
        running = false;
        timer.stop();
        ended.run();
    }

    public synchronized boolean isRunning() {
        return running;
    }

    /** How often it was fed. */
    public synchronized int fed() {
        return fed;
    }

    /** How often it has restarted the module. */
    public synchronized int bitten() {
        return bitten;
    }

    private void bite() {
        synchronized (this) {
            if (!running) {
                return;
            }
            bitten++;
            stop();
        }
        notices.say(
                Code.WATCHDOG,
                "the watchdog has restarted the module: the script has not fed it for "
                        + TimeUnit.NANOSECONDS.toSeconds(period) + " s (machine.WDT)");
        power.bite();
    }

    @Override
    public synchronized void reset() {
        if (running) {
            stop();
        }
    }

    @Override
    public void restart() {
        reset();
    }

    @Override
    public synchronized Runnable snapshot() {
        boolean wasRunning = running;
        Runnable savedEnded = ended;
        long savedPeriod = period;
        int savedFed = fed;
        int savedBitten = bitten;
        return () -> {
            synchronized (this) {
                reset();
                fed = savedFed;
                bitten = savedBitten;
                if (wasRunning) {
                    start(savedPeriod, savedEnded);
                }
            }
        };
    }

    @Override
    public void close() {
        reset();
    }
}
