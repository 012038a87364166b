package io.qpy.device.board;

import io.qpy.device.GroupedPart;
import io.qpy.device.Notices;
import io.qpy.device.time.Time;
import io.qpy.device.time.Waits;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The serial ports that the module has; each is made when it is first asked for. */
public final class Uarts extends GroupedPart {
    private final Model model;
    private final Time time;
    private final Waits waits;
    private final Notices notices;
    private final SortedMap<Integer, Uart> ports = new TreeMap<>();

    public Uarts(Model model, Time time, Waits waits, Notices notices) {
        this.model = model;
        this.time = time;
        this.waits = waits;
        this.notices = notices;
    }

    /** A port; null when the module has none of that number. */
    public synchronized Uart get(int number) {
        return model.uarts().contains(number) ? ports.computeIfAbsent(number, this::make) : null;
    }

    private Uart make(int number) {
        return add(new Uart(number, time, waits, notices));
    }

    /** Does something with each of those that were asked for, by their numbers. */
    public void each(Consumer<Uart> step) {
        made().forEach(step);
    }

    private synchronized List<Uart> made() {
        return List.copyOf(ports.values());
    }
}
