package io.qpy.device.board;

import io.qpy.device.Part;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A pin. Its level is what the script writes while it is an output; as an input, what drives it from outside, or its pull.
 * Levels are 0 and 1.
 */
public final class Pin implements Part {
    /** The directions, as {@code machine.Pin} numbers them (facts-board.md B2.2). */
    public static final int IN = 0;

    public static final int OUT = 1;

    /** The pulls. */
    public static final int PULL_DISABLE = 0;

    public static final int PULL_UP = 1;

    /** Is told each change of the level, on the thread that made it. It must not block. */
    @FunctionalInterface
    public interface Listener {
        void changed(int level);
    }

    private final int number;
    private final Attached attached;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> uses = new CopyOnWriteArrayList<>();
    private int direction = OUT; // all pins are low outputs before a script touches them (B2.8)
    private int pull;
    private int output;
    private Integer driven;

    Pin(int number, Attached attached) {
        this.number = number;
        this.attached = attached;
        driven = initiallyDriven();
    }

    private Integer initiallyDriven() {
        return attached instanceof Attached.Source source ? source.level() : null;
    }

    public int number() {
        return number;
    }

    /** What is connected to it; null for nothing. */
    public Attached attached() {
        return attached;
    }

    public synchronized int direction() {
        return direction;
    }

    public synchronized int pull() {
        return pull;
    }

    /** The level, whoever makes it. */
    public synchronized int level() {
        if (direction == OUT) {
            return output;
        }
        if (driven != null) {
            return driven;
        }
        if (pull != PULL_DISABLE) {
            return pull == PULL_UP ? 1 : 0;
        }
        return attached instanceof Attached.Button button ? 1 - button.pressed() : 0;
    }

    /** Runs, on the script's thread, before the script sets the pin up; it may wait. */
    public void onUse(Runnable use) {
        uses.add(use);
    }

    /** The script sets it up. */
    public void set(int newDirection, int newPull, int level) {
        uses.forEach(Runnable::run);
        change(() -> {
            direction = newDirection;
            pull = newPull;
            if (newDirection == OUT) {
                output = level;
            }
        });
    }

    /** The script changes the direction alone. */
    public void turn(int newDirection) {
        change(() -> direction = newDirection);
    }

    /** The script writes a level. An input stays what it is (B2.6). */
    public void write(int level) {
        synchronized (this) {
            if (direction != OUT || output == level) {
                return;
            }
            output = level;
        }
        tell(level);
    }

    /** Whether something outside drives it; the script reads that where the pin is an input. */
    public synchronized boolean isDriven() {
        return driven != null;
    }

    /** Something outside drives the pin from now on; null lets go of it. */
    public void drive(Integer level) {
        change(() -> driven = level);
    }

    /** Tells each change from now on. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    public void forget(Listener listener) {
        listeners.remove(listener);
    }

    private void change(Runnable how) {
        int before;
        int after;
        synchronized (this) {
            before = level();
            how.run();
            after = level();
        }
        if (before != after) {
            tell(after);
        }
    }

    private void tell(int level) {
        listeners.forEach(each -> each.changed(level));
    }

    /** The power was off. */
    @Override
    public void restart() {
        change(() -> {
            direction = OUT;
            pull = PULL_DISABLE;
            output = 0;
        });
    }

    /** What a test does to it is undone, and what the script does in it. */
    @Override
    public synchronized Runnable snapshot() {
        int savedDirection = direction;
        int savedPull = pull;
        int savedOutput = output;
        Integer savedDriven = driven;
        return () -> change(() -> {
            direction = savedDirection;
            pull = savedPull;
            output = savedOutput;
            driven = savedDriven;
        });
    }

    @Override
    public String toString() {
        return "GPIO" + number;
    }
}
