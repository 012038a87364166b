package io.qpy.device.board;

import io.qpy.device.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is around the module's processor: the pins, and what they are connected to. */
public final class Board implements Part {
    private final BoardPlan plan;
    private final SortedMap<Integer, Pin> pins = new TreeMap<>();

    public Board(BoardPlan plan) {
        this.plan = plan;
        plan.model().gpios().forEach(number -> pins.put(number, new Pin(number, plan.pins().get(number))));
    }

    /** What the module has. */
    public Model model() {
        return plan.model();
    }

    /** A pin; null when the module has none of that number. */
    public Pin pin(int number) {
        return pins.get(number);
    }

    /** All of them, by their numbers. */
    public Collection<Pin> pins() {
        return Collections.unmodifiableCollection(pins.values());
    }

    @Override
    public void restart() {
        pins.values().forEach(Pin::restart);
    }

    @Override
    public Runnable snapshot() {
        List<Runnable> undo = new ArrayList<>();
        pins.values().forEach(pin -> undo.add(pin.snapshot()));
        return () -> undo.forEach(Runnable::run);
    }
}
