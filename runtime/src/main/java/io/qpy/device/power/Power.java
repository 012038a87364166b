package io.qpy.device.power;

import io.qpy.device.Part;
import io.qpy.device.time.Time;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** The module's power, which a script switches off, or off and on again. */
public final class Power implements Part {
    /** Why the module is on. */
    public enum Reason {
        KEY(1),
        RESTART(2),
        /** The alarm of the real-time clock has switched it on. */
        ALARM(4),
        /** The watchdog has restarted it. */
        WATCHDOG(5),
        /** It has woken from power saving mode. */
        SAVING(8);

        private final int number;

        Reason(int number) {
            this.number = number;
        }

        /** What the vendor's documentation of {@code misc.Power.powerOnReason()} calls it. */
        public int number() {
            return number;
        }
    }

    /** What a script has done to it. */
    public enum Switched {
        OFF,
        /** Off, and on again. */
        RESTART
    }

    /** Why it was switched off, as {@code misc.Power.powerDownReason()} numbers it (facts-board.md B3.21). */
    private static final int NORMAL = 1;

    private static final int WATCHDOG = 5;

    private final Time time;
    private volatile Reason reason = Reason.KEY;
    private volatile int downReason = NORMAL;
    private volatile Consumer<Switched> owner;
    private final Runnable restart;
    private volatile boolean halted;
    private volatile boolean restarting;
    private long delay;

    /** @param restart brings the parts of the device to what they are after a start */
    public Power(Time time, Runnable restart) {
        this.time = time;
        this.restart = restart;
    }

    public Reason reason() {
        return reason;
    }

    /** Why it was off before, 1 normally, 5 by the watchdog. */
    public int downReason() {
        return downReason;
    }

    /** Who ends what runs on the device, on a thread of its own; null for nobody. */
    public void ownedBy(Consumer<Switched> value) {
        owner = value;
    }

    /** Called by a script's thread, for which it does not return; it does where nobody {@linkplain #ownedBy owns} the power. */
    public void change(Switched switched) {
        downReason = NORMAL;
        if (switched == Switched.RESTART) {
            reason = Reason.RESTART;
            restarting = true;
        }
        hand(switched);
    }

    /**
     * Switches the device off, and on again after so many nanoseconds, by the alarm of the real-time clock. Called as {@link #change}
     * is; the caller waits so long where nobody {@linkplain #ownedBy owns} the power.
     *
     * @return whether it is so
     */
    public boolean startLater(long length) {
        downReason = NORMAL;
        reason = Reason.ALARM;
        restarting = true;
        boolean owned = owner != null;
        synchronized (this) {
            delay = owned ? length : 0;
        }
        hand(Switched.RESTART);
        return !owned;
    }

    /** How many nanoseconds it stays off before what runs next begins; the next call has 0. */
    public synchronized long takeDelay() {
        long length = delay;
        delay = 0;
        return length;
    }

    /** The interpreter ends and starts again, and the device stays on. Called as {@link #change} is. */
    public void resetSoftly() {
        hand(Switched.RESTART);
    }

    private void hand(Switched switched) {
        if (!isHanded(switched)) {
            return;
        }
        try {
            // Not a wait of the device's: in virtual time others would have their turn, and it is over for them too.
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            // The end of the interpreter, in which this thread's Python ends too.
        }
    }

    /** The watchdog restarts the module. Called by whatever thread, for which it returns at once. */
    public void bite() {
        downReason = WATCHDOG;
        reason = Reason.WATCHDOG;
        restarting = true;
        boolean ignored = isHanded(Switched.RESTART);
    }

    /**
     * Switches the device off, and on again after so many nanoseconds, in power saving mode. Called by whatever thread, for which it
     * returns at once.
     *
     * @return false where nobody {@linkplain #ownedBy owns} the power, and nothing was done
     */
    boolean saveUntil(long length) {
        if (owner == null) {
            return false;
        }
        synchronized (this) {
            delay = length;
        }
        wake();
        return true;
    }

    /** The device comes back from power saving mode: it starts. Called as {@link #bite} is. */
    void wake() {
        reason = Reason.SAVING;
        downReason = NORMAL;
        restarting = true;
        boolean ignored = isHanded(Switched.RESTART);
    }

    /** Has the owner end what runs; false where there is none, and the parts of the device have been restarted. */
    private boolean isHanded(Switched switched) {
        Consumer<Switched> present = owner;
        if (present == null) {
            restarted();
            return false;
        }
        halted = true;
        time.halt();
        Thread thread = new Thread(() -> present.accept(switched), "qpy-power");
        thread.setDaemon(true);
        thread.start();
        return true;
    }

    @Override
    public Runnable snapshot() {
        Reason savedReason = reason;
        int savedDown = downReason;
        return () -> {
            reason = savedReason;
            downReason = savedDown;
        };
    }

    /** A script is about to begin, and time goes on with it. */
    public void begin() {
        if (halted) {
            halted = false;
            time.goOn();
        }
        restarted();
    }

    private void restarted() {
        if (restarting) {
            restarting = false;
            restart.run();
        }
    }
}
