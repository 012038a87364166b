package io.qpy.device.power;

import io.qpy.device.time.Time;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** The module's power, which a script switches off, or off and on again. */
public final class Power {
    /** Why the module is on. */
    public enum Reason {
        KEY(1),
        RESTART(2);

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

    private final Time time;
    private volatile Reason reason = Reason.KEY;
    private volatile Consumer<Switched> owner;
    private final Runnable restart;
    private volatile boolean halted;
    private volatile boolean restarting;

    /** @param restart brings the parts of the device to what they are after a start */
    public Power(Time time, Runnable restart) {
        this.time = time;
        this.restart = restart;
    }

    public Reason reason() {
        return reason;
    }

    /** Who ends what runs on the device, on a thread of its own; null for nobody. */
    public void ownedBy(Consumer<Switched> value) {
        owner = value;
    }

    /** Called by a script's thread, for which it does not return; it does where nobody {@linkplain #ownedBy owns} the power. */
    public void change(Switched switched) {
        if (switched == Switched.RESTART) {
            reason = Reason.RESTART;
            restarting = true;
        }
        Consumer<Switched> present = owner;
        if (present == null) {
            restarted();
            return;
        }
        halted = true;
        time.halt();
        Thread thread = new Thread(() -> present.accept(switched), "qpy-power");
        thread.setDaemon(true);
        thread.start();
        try {
            // Not a wait of the device's: in virtual time others would have their turn, and it is over for them too.
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            // The end of the interpreter, in which this thread's Python ends too.
        }
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
