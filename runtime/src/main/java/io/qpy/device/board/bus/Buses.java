package io.qpy.device.board.bus;

import io.qpy.device.Notices;
import io.qpy.device.Part;
import io.qpy.device.Parts;
import io.qpy.device.board.Board;
import io.qpy.device.board.BusPlan;
import io.qpy.device.board.Pin;
import io.qpy.device.board.WireDevice;
import io.qpy.device.time.Time;
import io.qpy.device.time.Waits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The buses that the module has, with those that a script makes of pins, and what is connected to them. */
public final class Buses implements Part {
    private final SortedMap<Integer, I2cBus> i2cs = new TreeMap<>();
    private final SortedMap<Integer, SpiBus> spis = new TreeMap<>();
    private final SortedMap<Integer, Wire> wires = new TreeMap<>();
    private final Parts parts = new Parts();
    private final Board board;
    private final Time time;
    private final Waits waits;
    private final Notices notices;

    public Buses(Board board, Time time, Waits waits, Notices notices) {
        this.board = board;
        this.time = time;
        this.waits = waits;
        this.notices = notices;
        BusPlan plan = board.buses();
        for (int number : withSimulated(board.model().i2cs())) {
            boolean isSimulated = number == BusPlan.SIMULATED;
            I2cBus bus = new I2cBus(
                    isSimulated ? "I2C_simulation" : "I2C" + number,
                    isSimulated ? "i2c_simulation" : "i2c" + number,
                    waits,
                    notices);
            plan.i2c()
                    .getOrDefault(number, Map.of())
                    .forEach((address, maker) -> bus.connect(address, maker.make(time)));
            plan.interrupts()
                    .getOrDefault(number, Map.of())
                    .forEach((address, pin) -> bus.devices().get(address).drive(board.pin(pin)::drive));
            i2cs.put(number, add(bus));
        }
        for (int number : withSimulated(board.model().spis())) {
            boolean isSimulated = number == BusPlan.SIMULATED;
            BusPlan.Selected selected = plan.spi().get(number);
            Pin pin = selected == null || selected.pin() == null ? null : board.pin(selected.pin());
            SpiBus bus = new SpiBus(
                    isSimulated ? "SoftSPI" : "SPI" + number, isSimulated ? "softspi" : "spi" + number, waits, notices);
            if (selected != null) {
                bus.connect(selected.maker().make(time), pin);
            }
            spis.put(number, add(bus));
        }
    }

    private Wire wired(int pin) {
        BusPlan.Maker<WireDevice> maker = board.buses().wires().get(pin);
        return add(new Wire(pin, maker == null ? null : maker.make(time), waits, notices));
    }

    private static List<Integer> withSimulated(Iterable<Integer> numbers) {
        List<Integer> all = new ArrayList<>(List.of(BusPlan.SIMULATED));
        numbers.forEach(all::add);
        return all;
    }

    private <P extends Part> P add(P part) {
        return parts.add(part);
    }

    /** An I2C bus; null when the module has none of that number. */
    public I2cBus i2c(int number) {
        return i2cs.get(number);
    }

    /** An SPI bus; null when the module has none of that number. */
    public SpiBus spi(int number) {
        return spis.get(number);
    }

    /** The one-wire line at a pin; null when the module has no such pin. */
    public synchronized Wire wire(int pin) {
        return board.model().gpios().contains(pin) ? wires.computeIfAbsent(pin, this::wired) : null;
    }

    @Override
    public void restart() {
        parts.each(Part::restart);
    }

    @Override
    public Runnable snapshot() {
        return parts.snapshot();
    }

    @Override
    public void close() {
        parts.each(Part::close);
    }
}
