package io.qpy.device.board;

import io.qpy.device.GroupedPart;
import io.qpy.device.time.Time;
import java.util.SortedMap;
import java.util.TreeMap;

/** The module's lines that wake it, WAKEUP0 to WAKEUP5: pins beside the numbered ones, with an interrupt each (facts-board.md B4.9). */
public final class WakeUps extends GroupedPart {
    /** The number of the last line that any model has. */
    public static final int LAST = 5;

    private final Model model;
    private final Time time;
    private final SortedMap<Integer, Pin> pins = new TreeMap<>();
    private final SortedMap<Integer, Interrupt> interrupts = new TreeMap<>();

    public WakeUps(Model model, Time time) {
        this.model = model;
        this.time = time;
    }

    /** Whether the model has this line. */
    public boolean has(int number) {
        return number >= 0 && number <= LAST && !model.traits().lacks("pm.WakeUp.WAKEUP" + number);
    }

    /** A line that the model has. */
    public synchronized Pin pin(int number) {
        return pins.computeIfAbsent(number, n -> add(new Pin(n, null)));
    }

    /** The interrupt of such a line. */
    public synchronized Interrupt interrupt(int number) {
        Pin pin = pin(number);
        return interrupts.computeIfAbsent(number, n -> add(new Interrupt(pin, time)));
    }
}
