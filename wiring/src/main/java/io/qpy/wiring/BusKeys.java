package io.qpy.wiring;

import io.qpy.device.Device;
import io.qpy.device.board.BusPlan;
import io.qpy.device.board.I2cDevice;
import io.qpy.device.board.Model;
import io.qpy.device.board.WireDevice;
import io.qpy.device.board.bus.Buses;
import io.qpy.device.board.bus.I2cBus;
import io.qpy.device.board.connected.Kinds;
import io.qpy.pymodules.hardware.BusHost;
import io.qpy.wiring.peer.PythonPeer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** The keys of {@code [board]} that connect parts to buses: {@code i2c1}, {@code spi0}, {@code onewire}, {@code lcd} and so on. */
final class BusKeys {
    private static final int MOST_BUSES = 4;
    private static final int LOWEST_ADDRESS = 0x08; // those below, and above the highest, are kept for other uses
    private static final int HIGHEST_ADDRESS = 0x77;
    private static final int LARGEST_SIDE = 1024;

    private final Map<Integer, Map<Integer, BusPlan.Maker<I2cDevice>>> i2c = new HashMap<>();
    private final Map<Integer, Map<Integer, Integer>> interrupts = new HashMap<>();
    private final Map<Integer, BusPlan.Selected> spi = new HashMap<>();
    private final Map<Integer, BusPlan.Maker<WireDevice>> wires = new HashMap<>();
    private final List<Consumer<Model>> demands = new ArrayList<>();
    private final List<Consumer<Device>> changes = new ArrayList<>();
    private final PeerKeys peers;
    private BusPlan.LcdSize lcd;

    BusKeys(PeerKeys peers) {
        this.peers = peers;
    }

    /** Connects a peer where the value names one; how it is connected depends on the buses of the device. */
    private boolean isPeer(TomlValue value, BiConsumer<PythonPeer, Device> connect) {
        if (PeerKeys.isPeer(value)) {
            PeerKeys.Peer peer = peers.read(value);
            changes.add(device -> connect.accept(peer.of(device), device));
        }
        return PeerKeys.isPeer(value);
    }

    /** What is done to a new device: peers are connected to it. */
    List<Consumer<Device>> changes() {
        return changes;
    }

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
        Set<Integer> taken = new HashSet<>();
        value.table().values().forEach(each -> {
            int address = address(each);
            if (!taken.add(address)) {
                throw each.wrongKey(each.path() + ": another part has the address " + I2cBus.shown(address));
            }
            TomlValue part = i2cPart(number, address, each);
            if (!isPeer(part, (peer, device) -> peer.connect(buses(device).i2c(number), address))) {
                devices.put(address, kind(part, Kinds.I2C));
            }
        });
    }

    /** The value that says which part it is, beside its interrupt line where it has one. */
    private TomlValue i2cPart(int bus, int address, TomlValue value) {
        if (!(value.value() instanceof org.tomlj.TomlTable)) {
            return value;
        }
        Reading reading = new Reading();
        value.table()
                .read(new TomlTable.Keys()
                        .on("part", each -> reading.part = each)
                        .on("int1", each -> reading.pin = pin(each)));
        if (reading.part == null) {
            throw value.fault("want { part = \"lis3dh\", int1 = \"GPIO5\" }");
        }
        if (reading.pin != null) {
            if (!(reading.part.value() instanceof String name && Kinds.WITH_INTERRUPT.contains(name))) {
                throw value.fault("int1 is a line of: " + String.join(", ", new TreeSet<>(Kinds.WITH_INTERRUPT)));
            }
            interrupts.computeIfAbsent(bus, each -> new TreeMap<>()).put(address, reading.pin);
        }
        return reading.part;
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
            throw value.wrong(
                    "one of: " + String.join(", ", new TreeSet<>(kinds.keySet())) + ", or peer:FILE.py",
                    kinds.keySet());
        }
        return kind;
    }

    private void spi(int number, TomlValue value) {
        if (!(value.value() instanceof org.tomlj.TomlTable)) {
            spiPart(number, value, null);
            return;
        }
        Reading reading = new Reading();
        value.table()
                .read(new TomlTable.Keys()
                        .on("part", each -> reading.part = each)
                        .on("cs", each -> reading.pin = pin(each)));
        if (reading.part == null) {
            throw value.fault("want { part = \"w25q64\", cs = \"GPIO5\" }");
        }
        spiPart(number, reading.part, reading.pin);
    }

    private void spiPart(int number, TomlValue part, Integer pin) {
        BiConsumer<PythonPeer, Device> connect = (peer, device) -> peer.connect(
                buses(device).spi(number), pin == null ? null : device.board().pin(pin));
        if (!isPeer(part, connect)) {
            spi.put(number, new BusPlan.Selected(kind(part, Kinds.SPI), pin));
        }
    }

    private static Buses buses(Device device) {
        return BusHost.buses(device);
    }

    /** What the table of a part says. */
    private static final class Reading {
        private TomlValue part;
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
        if (!isPeer(value, (peer, device) -> peer.connect(buses(device).wire(number)))) {
            wires.put(number, kind(value, Kinds.WIRE));
        }
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
        return new BusPlan(Map.copyOf(i2c), Map.copyOf(interrupts), Map.copyOf(spi), Map.copyOf(wires), lcd);
    }
}
