package io.qpy.device.power;

import io.qpy.device.Code;
import io.qpy.device.Notices;
import io.qpy.device.Part;
import io.qpy.device.time.Alarm;
import io.qpy.device.time.Time;

/**
 * The network's power saving mode, PSM (facts-board.md B4.5 to B4.7): where the module has slept for the active time, it is as if
 * switched off, until the periodic time has passed since it fell asleep; then it starts again. The settings are the radio's: they
 * stay when the module restarts.
 */
public final class PowerSaving implements Part {
    /** Seconds of the units of the periodic time, by their numbers; 0 for none. */
    private static final long[] PERIODIC = {600, 3600, 36_000, 2, 30, 60, 1_152_000, 0};

    /** The same of the active time. */
    private static final long[] ACTIVE = {2, 60, 360, 0, 0, 0, 0, 0};

    private static final int MOST = 31; // five bits of what the network is told

    /**
     * The two times, each a unit and how many of it.
     *
     * @param periodicUnit 0 to 7, as {@code pm.set_psm_time} numbers them
     * @param activeUnit 0, 1, 2 or 7
     */
    public record Times(int periodicUnit, int periodic, int activeUnit, int active) {
        /** Whether there are such units and so many of them. */
        public boolean areValid() {
            boolean units = has(PERIODIC, periodicUnit) && has(ACTIVE, activeUnit);
            return units && periodic >= 0 && periodic <= MOST && active >= 0 && active <= MOST;
        }

        private static boolean has(long[] units, int unit) {
            return unit >= 0 && unit < units.length && (units[unit] != 0 || unit == units.length - 1);
        }

        /** In seconds; 0 for none. */
        public long periodicSeconds() {
            return PERIODIC[periodicUnit] * periodic;
        }

        /** In seconds; 0 for none. */
        public long activeSeconds() {
            return ACTIVE[activeUnit] * active;
        }
    }

    /** What a module has that was never told others: a guess. */
    private static final Times NONE = new Times(7, 0, 7, 0);

    private final Time time;
    private final Power power;
    private final Sleep sleep;
    private final Notices notices;
    private Times times = NONE;
    private boolean on;
    private int entered;
    private Alarm alarm = () -> {};

    public PowerSaving(Time time, Power power, Sleep sleep, Notices notices) {
        this.time = time;
        this.power = power;
        this.sleep = sleep;
        this.notices = notices;
        sleep.listen(this::look);
    }

    /** Sets the times and switches it on. */
    public void set(Times value) {
        synchronized (this) {
            times = value;
            on = true;
        }
        look();
    }

    /** Switches it on or off. */
    public void turn(boolean value) {
        synchronized (this) {
            on = value;
        }
        look();
    }

    /** Switches it off and forgets its times. */
    public void forget() {
        synchronized (this) {
            times = NONE;
            on = false;
        }
        look();
    }

    public synchronized Times times() {
        return times;
    }

    public synchronized boolean isOn() {
        return on;
    }

    /** How often the module has fallen into it. */
    public synchronized int entered() {
        return entered;
    }

    private synchronized void look() {
        alarm.cancel();
        alarm = () -> {};
        if (on && sleep.isAsleep() && times.activeUnit() != NONE.activeUnit() && rest() > 0) {
            alarm = time.schedule(Time.seconds(times.activeSeconds()), this::enter);
        }
    }

    /** How many seconds the module would be off. */
    private synchronized long rest() {
        return times.periodicSeconds() - times.activeSeconds();
    }

    private void enter() {
        long length;
        synchronized (this) {
            if (!on || !sleep.isAsleep()) {
                return;
            }
            entered++;
            length = Time.seconds(rest());
        }
        notices.say(Code.POWER, "the module is in power saving mode (PSM), and starts again in " + rest() + " s");
        if (power.saveUntil(length)) {
            sleep.add(length);
        } else { // nobody ends the script, under qpy test for instance: it goes on until the wake
            schedule(length);
        }
    }

    private synchronized void schedule(long length) {
        alarm = time.schedule(length, power::wake);
    }

    @Override
    public Runnable snapshot() {
        Times savedTimes = times();
        boolean wasOn = isOn();
        int saved = entered();
        return () -> {
            synchronized (this) {
                times = savedTimes;
                on = wasOn;
                entered = saved;
            }
            look();
        };
    }

    @Override
    public synchronized void close() {
        alarm.cancel();
    }
}
