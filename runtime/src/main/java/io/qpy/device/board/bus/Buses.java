package io.qpy.device.board.bus;

import io.qpy.device.Notices;
import io.qpy.device.Part;
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
    private final List<Part> parts = new ArrayList<>();

    public Buses(Board board, Time time, Waits waits, Notices notices) {
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
            i2cs.put(number, add(bus));
        }
        for (int number : withSimulated(board.model().spis())) {
            boolean isSimulated = number == BusPlan.SIMULATED;
            BusPlan.Selected selected = plan.spi().get(number);
            Pin pin = selected == null || selected.pin() == null ? null : board.pin(selected.pin());
            spis.put(
                    number,
                    add(new SpiBus(
                            isSimulated ? "SoftSPI" : "SPI" + number,
                            isSimulated ? "softspi" : "spi" + number,
                            selected == null ? null : selected.maker().make(time),
                            pin,
                            waits,
                            notices)));
        }
        for (Pin pin : board.pins()) {
            BusPlan.Maker<WireDevice> maker = plan.wires().get(pin.number());
            wires.put(
                    pin.number(), add(new Wire(pin.number(), maker == null ? null : maker.make(time), waits, notices)));
        }
    }

    private static List<Integer> withSimulated(Iterable<Integer> numbers) {
        List<Integer> all = new ArrayList<>(List.of(BusPlan.SIMULATED));
        numbers.forEach(all::add);
        return all;
    }

    private <P extends Part> P add(P part) {
        parts.add(part);
        return part;
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
    public Wire wire(int pin) {
        return wires.get(pin);
    }

    @Override
    public void restart() {
        parts.forEach(Part::restart);
    }

    @Override
    public Runnable snapshot() {
        List<Runnable> undo = new ArrayList<>(parts.stream().map(Part::snapshot).toList());
        return () -> undo.forEach(Runnable::run);
    }

    @Override
    public void close() {
        parts.forEach(Part::close);
    }
}
