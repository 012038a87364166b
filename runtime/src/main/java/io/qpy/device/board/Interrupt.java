package io.qpy.device.board;

import io.qpy.device.Part;
import io.qpy.device.time.Alarm;
import io.qpy.device.time.Time;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The interrupt of one pin: it counts edges and tells them. The counters go on where nobody is told (facts-board.md B2.45).
 */
public final class Interrupt implements Part {
    /** The edges, and the modes of those that are waited for, as {@code machine.ExtInt} numbers them (B2.40). */
    public static final int RISING = 0;

    public static final int FALLING = 1;
    public static final int BOTH = 2;

    private final Pin pin;
    private final Time time;
    private int mode;
    private long filter;
    private IntConsumer handler = edge -> {};
    private boolean enabled;
    private int rising;
    private int falling;
    private int settled;
    private Alarm settling = () -> {};

    Interrupt(Pin pin, Time time) {
        this.pin = pin;
        this.time = time;
        pin.listen(this::changed);
    }

    /**
     * Makes the pin an input, and waits for edges from now on.
     *
     * @param newFilter how long a level must stay for its edge to count, in nanoseconds; 0 for each edge
     * @param newHandler is told each edge, and must not block
     */
    public void arm(int newMode, int pull, long newFilter, IntConsumer newHandler) {
        disable();
        pin.set(Pin.IN, pull, 0);
        synchronized (this) {
            mode = newMode;
            filter = newFilter;
            handler = newHandler;
        }
        enable();
    }

    public synchronized void enable() {
        settled = pin.level();
        enabled = true;
    }

    public synchronized void disable() {
        enabled = false;
        settling.cancel();
    }

    public synchronized boolean isEnabled() {
        return enabled;
    }

    public int level() {
        return pin.level();
    }

    /** How many rising and falling edges there were. */
    public synchronized List<Integer> counts() {
        return List.of(rising, falling);
    }

    public synchronized void resetCounts() {
        rising = 0;
        falling = 0;
    }

    private synchronized void changed(int level) {
        if (!enabled || pin.direction() != Pin.IN) {
            return;
        }
        if (filter == 0) {
            edge(level);
        } else {
            settling.cancel();
            settling = time.schedule(filter, () -> settle(level));
        }
    }

    private synchronized void settle(int level) {
        if (enabled && pin.level() == level && settled != level) {
            edge(level);
        }
    }

    private void edge(int level) {
        settled = level;
        int edge = level == 1 ? RISING : FALLING;
        if (mode != BOTH && mode != edge) {
            return;
        }
        if (edge == RISING) {
            rising++;
        } else {
            falling++;
        }
        handler.accept(edge);
    }

    @Override
    public synchronized void reset() {
        disable();
        handler = edge -> {};
        resetCounts();
    }

    @Override
    public void restart() {
        reset();
    }

    @Override
    public synchronized Runnable snapshot() {
        boolean wasEnabled = enabled;
        int savedMode = mode;
        long savedFilter = filter;
        IntConsumer savedHandler = handler;
        return () -> {
            synchronized (this) {
                disable();
                mode = savedMode;
                filter = savedFilter;
                handler = savedHandler;
                resetCounts();
                if (wasEnabled) {
                    enable();
                }
            }
        };
    }
}
