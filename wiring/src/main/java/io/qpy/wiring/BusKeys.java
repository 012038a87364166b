package io.qpy.wiring;

import io.qpy.device.board.BusPlan;
import io.qpy.device.board.I2cDevice;
import io.qpy.device.board.Model;
import io.qpy.device.board.SpiDevice;
import io.qpy.device.board.WireDevice;
import io.qpy.device.board.bus.I2cBus;
import io.qpy.device.board.connected.Kinds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/** The keys of {@code [board]} that connect parts to buses: {@code i2c1}, {@code spi0}, {@code onewire}, {@code lcd} and so on. */
final class BusKeys {
    private static final int MOST_BUSES = 4;
    private static final int LOWEST_ADDRESS = 0x08; // those below, and above the highest, are kept for other uses
    private static final int HIGHEST_ADDRESS = 0x77;
    private static final int LARGEST_SIDE = 1024;

    private final Map<Integer, Map<Integer, BusPlan.Maker<I2cDevice>>> i2c = new HashMap<>();
    private final Map<Integer, BusPlan.Selected> spi = new HashMap<>();
    private final Map<Integer, BusPlan.Maker<WireDevice>> wires = new HashMap<>();
    private final List<Consumer<Model>> demands = new ArrayList<>();
    private BusPlan.LcdSize lcd;

    TomlTable.Keys addTo(TomlTable.Keys keys) {
        for (int bus = 0; bus < MOST_BUSES; bus++) {
            int number = bus;
            keys.on("i2c" + number, value -> {
                demands.add(model -> BoardSection.lacks(model, "I2C", number, model.i2cs(), value));
                i2c(number, value);
            });
            keys.on("spi" + number, value -> {
                demands.add(model -> BoardSection.lacks(model, "SPI", number, model.spis(), value));
                spi(number, value);
            });
        }
        return keys.on("i2c_simulation", value -> i2c(BusPlan.SIMULATED, value))
                .on("softspi", value -> spi(BusPlan.SIMULATED, value))
                .on("onewire", value -> value.table().values().forEach(this::wire))
                .on("lcd", this::lcd);
    }

    private void i2c(int number, TomlValue value) {
        Map<Integer, BusPlan.Maker<I2cDevice>> devices = i2c.computeIfAbsent(number, each -> new TreeMap<>());
        value.table().values().forEach(each -> {
            int address = address(each);
            if (devices.put(address, kind(each, Kinds.I2C)) != null) {
                throw each.wrongKey(each.path() + ": another part has the address " + I2cBus.shown(address));
            }
        });
    }

    private static int address(TomlValue value) {
        if (value.key().matches("0[xX][0-9a-fA-F]{1,2}|[0-9]{1,3}")) {
            int address = Integer.decode(value.key().replaceFirst("^0+(?=[0-9])", ""));
            if (address >= LOWEST_ADDRESS && address <= HIGHEST_ADDRESS) {
                return address;
            }
        }
        throw value.wrongKey("unknown key '" + value.path() + "': want an address of 7 bits, 0x08 to 0x77, as 0x44");
    }

    private static <D> D kind(TomlValue value, Map<String, D> kinds) {
        D kind = value.value() instanceof String name ? kinds.get(name) : null;
        if (kind == null) {
            throw value.wrong("one of: " + String.join(", ", new TreeSet<>(kinds.keySet())), kinds.keySet());
        }
        return kind;
    }

    private void spi(int number, TomlValue value) {
        if (!(value.value() instanceof org.tomlj.TomlTable)) {
            spi.put(number, new BusPlan.Selected(kind(value, Kinds.SPI), null));
            return;
        }
        Reading reading = new Reading();
        value.table()
                .read(new TomlTable.Keys()
                        .on("part", each -> reading.maker = kind(each, Kinds.SPI))
                        .on("cs", each -> reading.pin = pin(each)));
        if (reading.maker == null) {
            throw value.fault("want { part = \"w25q64\", cs = \"GPIO5\" }");
        }
        spi.put(number, new BusPlan.Selected(reading.maker, reading.pin));
    }

    /** What the table of an SPI bus says. */
    private static final class Reading {
        private BusPlan.Maker<SpiDevice> maker;
        private Integer pin;
    }

    /** The pin that a value names. */
    private int pin(TomlValue value) {
        String name = value.string();
        if (!name.matches("GPIO[1-9][0-9]?")) {
            throw value.wrong("a pin, as \"GPIO5\"");
        }
        int number = Integer.parseInt(name.substring("GPIO".length()));
        demands.add(model -> BoardSection.lacks(model, "GPIO", number, model.gpios(), value));
        return number;
    }

    private void wire(TomlValue value) {
        int number = BoardSection.number(value, "GPIO", "GPIO5");
        demands.add(model -> BoardSection.lacks(model, "GPIO", number, model.gpios(), value));
        wires.put(number, kind(value, Kinds.WIRE));
    }

    private void lcd(TomlValue value) {
        int[] size = new int[2];
        Function<Integer, Consumer<TomlValue>> side = place -> each -> size[place] = each.number(1, LARGEST_SIDE);
        value.table().read(new TomlTable.Keys().on("width", side.apply(0)).on("height", side.apply(1)));
        if (size[0] == 0 || size[1] == 0) {
            throw value.fault("want both width and height");
        }
        lcd = new BusPlan.LcdSize(size[0], size[1]);
    }

    /** What is connected, to this module. */
    BusPlan plan(Model model) {
        demands.forEach(each -> each.accept(model));
        return new BusPlan(Map.copyOf(i2c), Map.copyOf(spi), Map.copyOf(wires), lcd);
    }
}
