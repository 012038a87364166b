package io.qpy.device.board;

import io.qpy.device.Code;
import io.qpy.device.Notices;
import io.qpy.device.Part;
import io.qpy.device.Parts;
import io.qpy.device.power.Power;
import io.qpy.device.time.DeviceClock;
import io.qpy.device.time.Time;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is around the module's processor: the pins, what they are connected to, timers and keys. A pin, with what belongs to it,
 * is made when it is first asked for.
 */
public final class Board implements Part {
    private final BoardPlan plan;
    private final Notices notices;
    private final SortedMap<Integer, Pin> pins = new TreeMap<>();
    private final SortedMap<Integer, Interrupt> interrupts = new TreeMap<>();
    private final SortedMap<Integer, Clicks> clicks = new TreeMap<>();
    private final Parts parts = new Parts();
    private final Time time;
    private final BoardTimers timers;
    private final Watchdog watchdog;
    private final RtcAlarm alarm;
    private final Adc adc;
    private final Pwm pwm = add(new Pwm());
    private final Keys powerKey = add(new Keys());
    private final Keys keypad = add(new Keys());
    private final Battery battery = add(new Battery());
    private final UsbPort usb;
    private volatile int netLight = 1;
    private volatile int secondAntennaOff;
    private int dropped;

    public Board(BoardPlan plan, Time time, DeviceClock clock, Power power, Notices notices) {
        this.plan = plan;
        this.notices = notices;
        this.time = time;
        timers = add(new BoardTimers(time));
        watchdog = add(new Watchdog(time, power, notices));
        alarm = add(new RtcAlarm(time, clock));
        adc = add(new Adc(plan));
        usb = add(new UsbPort(plan.usb()));
    }

    private <P extends Part> P add(P part) {
        return parts.add(part);
    }

    /** What the module has. */
    public Model model() {
        return plan.model();
    }

    /** What is connected to its buses. */
    public BusPlan buses() {
        return plan.buses();
    }

    /** A pin; null when the module has none of that number. */
    public synchronized Pin pin(int number) {
        return model().gpios().contains(number)
                ? pins.computeIfAbsent(number, n -> add(new Pin(n, plan.pins().get(n))))
                : null;
    }

    /** Those that were asked for, and those to which something is connected, by their numbers. */
    public synchronized Collection<Pin> pins() {
        plan.pins().keySet().forEach(this::pin);
        return List.copyOf(pins.values());
    }

    /** The pin to which something of this name is connected. */
    public Optional<Pin> pinOf(String name) {
        return plan.pins().entrySet().stream()
                .filter(each -> each.getValue().name().equals(name))
                .map(each -> pin(each.getKey()))
                .findFirst();
    }

    /** A pin's interrupt; null when the module has no such pin. */
    public synchronized Interrupt interrupt(int number) {
        Pin pin = pin(number);
        return pin == null ? null : interrupts.computeIfAbsent(number, n -> add(new Interrupt(pin, time)));
    }

    /** What is done with a key at a pin; null when the module has no such pin. */
    public synchronized Clicks clicks(int number) {
        Pin pin = pin(number);
        return pin == null ? null : clicks.computeIfAbsent(number, n -> add(new Clicks(pin, time)));
    }

    public BoardTimers timers() {
        return timers;
    }

    public Watchdog watchdog() {
        return watchdog;
    }

    public RtcAlarm alarm() {
        return alarm;
    }

    public Adc adc() {
        return adc;
    }

    public Pwm pwm() {
        return pwm;
    }

    /** Events are {@code [1]}, pressed, and {@code [0]}. */
    public Keys powerKey() {
        return powerKey;
    }

    /** Events are {@code [1 pressed or 0, row, column]}. */
    public Keys keypad() {
        return keypad;
    }

    public Battery battery() {
        return battery;
    }

    public UsbPort usb() {
        return usb;
    }

    /** Whether the second antenna's receiver is switched off, 1 or 0. */
    public int secondAntennaOff() {
        return secondAntennaOff;
    }

    public void setSecondAntennaOff(int off) {
        secondAntennaOff = off;
    }

    /** Whether the lamp of the network is on, 1 or 0. */
    public int netLight() {
        return netLight;
    }

    public void setNetLight(int on) {
        netLight = on;
    }

    /** An event was not told to the script: too many were waiting (facts-board.md B1.2). */
    public synchronized void drop() {
        dropped++;
        notices.sayOnce(
                Code.CALLBACK_DROPPED,
                "a callback was not called: others were waiting already, as many as the module keeps; callbacks run one"
                        + " after the other, is one of them slow?");
    }

    /** How many events were not told. */
    public synchronized int dropped() {
        return dropped;
    }

    private synchronized List<Interrupt> interrupts() {
        return List.copyOf(interrupts.values());
    }

    @Override
    public void reset() {
        parts.each(Part::reset);
    }

    @Override
    public void restart() {
        parts.each(Part::restart);
    }

    @Override
    public Runnable snapshot() {
        Runnable undo = parts.snapshot();
        int saved = dropped();
        int savedLight = netLight;
        int savedAntenna = secondAntennaOff;
        return () -> {
            interrupts().forEach(Interrupt::disable); // what pins go back to is no edge
            undo.run();
            netLight = savedLight;
            secondAntennaOff = savedAntenna;
            synchronized (this) {
                dropped = saved;
            }
        };
    }

    @Override
    public void close() {
        parts.each(Part::close);
    }
}
