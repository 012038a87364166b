package io.qpy.device.board;

import io.qpy.device.Notices;
import io.qpy.device.Part;
import io.qpy.device.time.Time;
import io.qpy.device.time.Waits;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The serial ports that the module has. */
public final class Uarts implements Part {
    private final SortedMap<Integer, Uart> ports = new TreeMap<>();

    public Uarts(Model model, Time time, Waits waits, Notices notices) {
        model.uarts().forEach(number -> ports.put(number, new Uart(number, time, waits, notices)));
    }

    /** A port; null when the module has none of that number. */
    public Uart get(int number) {
        return ports.get(number);
    }

    /** Does something with each of them, by their numbers. */
    public void each(Consumer<Uart> step) {
        ports.values().forEach(step);
    }

    @Override
    public void reset() {
        each(Uart::reset);
    }

    @Override
    public void restart() {
        each(Uart::restart);
    }

    @Override
    public Runnable snapshot() {
        List<Runnable> undo = new ArrayList<>();
        each(port -> undo.add(port.snapshot()));
        return () -> undo.forEach(Runnable::run);
    }

    @Override
    public void close() {
        each(Uart::close);
    }
}
