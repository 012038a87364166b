package io.qpy.device.board;

import io.qpy.device.Part;
import io.qpy.device.time.Time;
import java.util.function.IntConsumer;

/** Tells what is done with a key at a pin: pressed shortly, twice or long, as {@code machine.Key} does (facts-board.md B2.103). */
public final class Clicks implements Part {
    /** The events. */
    public static final int SHORT = 1;

    public static final int DOUBLE = 2;
    public static final int LONG = 3;

    /**
     * How a key is watched; lengths are nanoseconds.
     *
     * @param pressed the level while it is pressed
     * @param least what is shorter is a bounce
     * @param longFrom from when on a press is a long one; it is told then
     * @param second within what time a second press makes a double one of both; 0 where nobody waits for it
     */
    public record Manner(int pressed, long least, long longFrom, long second) {}

    private final Pin pin;
    private final Time time;
    private final BoardTimer held;
    private final BoardTimer after;
    private Manner manner;
    private IntConsumer handler;
    private boolean isPressed;
    private boolean isLong;
    private long since;

    Clicks(Pin pin, Time time) {
        this.pin = pin;
        this.time = time;
        BoardTimers timers = new BoardTimers(time);
        held = timers.timer();
        after = timers.timer();
        pin.listen(this::changed);
    }

    /** Makes the pin an input and watches it; the handler must not block. */
    public void watch(int pull, Manner newManner, IntConsumer newHandler) {
        reset();
        pin.set(Pin.IN, pull, 0);
        synchronized (this) {
            manner = newManner;
            handler = newHandler;
        }
    }

    private synchronized void changed(int level) {
        if (handler == null || pin.direction() != Pin.IN) {
            return;
        }
        if (level == manner.pressed()) {
            isPressed = true;
            isLong = false;
            since = time.nanos();
            held.start(manner.longFrom(), 0, this::last);
        } else if (isPressed) {
            isPressed = false;
            held.stop();
            released();
        }
    }

    private synchronized void last() {
        if (isPressed && handler != null) {
            isLong = true;
            handler.accept(LONG);
        }
    }

    private void released() {
        if (isLong || time.nanos() - since < manner.least()) {
            return;
        }
        if (manner.second() == 0) {
            handler.accept(SHORT);
        } else if (after.isStarted()) {
            after.stop();
            handler.accept(DOUBLE);
        } else {
            after.start(manner.second(), 0, this::once);
        }
    }

    private synchronized void once() {
        after.stop();
        if (handler != null) {
            handler.accept(SHORT);
        }
    }

    @Override
    public synchronized void reset() {
        handler = null;
        isPressed = false;
        held.stop();
        after.stop();
    }

    @Override
    public void restart() {
        reset();
    }

    @Override
    public synchronized Runnable snapshot() {
        Manner savedManner = manner;
        IntConsumer savedHandler = handler;
        return () -> {
            synchronized (this) {
                reset();
                manner = savedManner;
                handler = savedHandler;
            }
        };
    }

    @Override
    public void close() {
        reset();
    }
}
