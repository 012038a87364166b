package io.qpy.wiring;

import io.qpy.device.Device;
import io.qpy.device.board.Attached;
import io.qpy.device.board.BoardPlan;
import io.qpy.device.board.Model;
import io.qpy.device.board.Traits;
import io.qpy.device.sound.Samples;
import io.qpy.pymodules.sound.AudioHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code [board]}: what is connected to the module. What the module has is its model's ({@link Models}). */
final class BoardSection {
    private static final Pattern NAME = Pattern.compile("[\\w. -]{1,40}");
    private static final int MOST_MILLIVOLTS = 5000;

    private final Path folder;
    private final Map<Integer, Attached> pins = new HashMap<>();
    private final Map<Integer, Integer> voltages = new HashMap<>();
    private final BusKeys buses;
    private final StorageKeys storage = new StorageKeys();
    private final PeerKeys peers;
    private final PositionKeys position;
    private boolean usb = true;

    /** What depends on the model, which may stand further down in the file. */
    private final List<Consumer<Model>> demands = new ArrayList<>();

    private final UartSection uarts;
    private final List<Consumer<Device>> changes = new ArrayList<>();

    /** @param folder where paths begin: that of {@code qpy.toml} */
    BoardSection(Path folder) {
        this.folder = folder;
        peers = new PeerKeys(folder);
        position = new PositionKeys(folder);
        uarts = new UartSection(folder, peers);
        buses = new BusKeys(peers);
    }

    void read(TomlTable table) {
        TomlTable.Keys keys = new TomlTable.Keys()
                .on("pins", value -> value.table().values().forEach(this::pin))
                .on("adc", value -> value.table().values().forEach(this::voltage))
                .on("usb", this::usb)
                .on("microphone", this::microphone);
        Model.ANY.uarts().forEach(number -> keys.on("uart" + number, value -> uart(number, value)));
        table.read(position.addTo(storage.addTo(buses.addTo(keys))));
    }

    private void uart(int number, TomlValue value) {
        demands.add(model -> lacks(model, "UART", number, model.uarts(), value));
        uarts.read(number, value);
    }

    private void usb(TomlValue value) {
        usb = value.truth();
        demands.add(model -> {
            if (!model.traits().has(Traits.Feature.USB_STATUS)) {
                throw value.wrongKey(
                        value.path() + ": the " + model.name() + " does not tell whether USB is plugged in");
            }
        });
    }

    /** A WAV file that the microphone hears. */
    private void microphone(TomlValue value) {
        try {
            Samples samples = Samples.ofWav(Files.readAllBytes(folder.resolve(value.string())));
            changes.add(device -> AudioHost.sound(device).microphone().hear(samples));
        } catch (InvalidPathException | IOException e) {
            throw value.wrong("a WAV file that exists, as microphone = \"voice.wav\"");
        } catch (IllegalArgumentException e) {
            throw value.fault(e.getMessage());
        }
    }

    private void pin(TomlValue value) {
        int number = number(value, "GPIO", "GPIO5");
        demands.add(model -> lacks(model, "GPIO", number, model.gpios(), value));
        Attached attached = attached(number, value);
        if (attached == null) {
            return;
        }
        pins.forEach((other, before) -> {
            if (before.name().equals(attached.name())) {
                throw value.wrongKey(
                        value.path() + ": '" + attached.name() + "' is connected to GPIO" + other + " as well");
            }
        });
        pins.put(number, attached);
    }

    /** What is connected to a pin; null for a peer in Python. */
    private Attached attached(int number, TomlValue value) {
        if (!(value.value() instanceof org.tomlj.TomlTable)) {
            return new Attached.Source(value.key(), level(value));
        }
        Reading reading = new Reading();
        value.table()
                .read(new TomlTable.Keys()
                        .on("led", each -> reading.led = name(each))
                        .on("button", each -> reading.button = name(each))
                        .on("pressed", each -> reading.pressed = level(each))
                        .on("level", each -> reading.level = level(each))
                        .on("peer", each -> reading.peer = peers.readAtPin(each)));
        if (reading.peer != null && reading.isBare()) {
            PeerKeys.Peer peer = reading.peer;
            changes.add(device -> peer.of(device).connect(device.board().pin(number)));
            return null;
        }
        return reading.attached(value);
    }

    /** What the table of a pin says. */
    private static final class Reading {
        private static final String WANT =
                "want one of: { led = \"status\" }, { button = \"sos\", pressed = 0 }, { level = 1 },"
                        + " { peer = \"motor.py\" }";

        private String led;
        private String button;
        private Integer pressed;
        private Integer level;
        private PeerKeys.Peer peer;

        boolean isBare() {
            return led == null && button == null && level == null && pressed == null;
        }

        Attached attached(TomlValue value) {
            if (peer != null) {
                throw value.fault(WANT);
            }
            if (led != null && button == null && level == null && pressed == null) {
                return new Attached.Led(led);
            }
            if (button != null && led == null && level == null) {
                return new Attached.Button(button, pressed == null ? 0 : pressed);
            }
            if (level != null && led == null && button == null && pressed == null) {
                return new Attached.Source(value.key(), level);
            }
            throw value.fault(WANT);
        }
    }

    private static String name(TomlValue value) {
        return value.string(NAME, "a name in quotes: letters, digits, blanks, '.', '-' and '_'");
    }

    private static int level(TomlValue value) {
        return value.number(0, 1);
    }

    private void voltage(TomlValue value) {
        int number = number(value, "ADC", "ADC0");
        demands.add(model -> lacks(model, "ADC", number, model.adcs(), value));
        voltages.put(number, value.number(0, MOST_MILLIVOLTS));
    }

    /** The number of a key such as GPIO5. */
    static int number(TomlValue value, String kind, String example) {
        if (!value.key().matches(kind + "(0|[1-9][0-9]?)")) {
            throw value.wrongKey("unknown key '" + value.path() + "': want " + kind + " and a number, as " + example);
        }
        return Integer.parseInt(value.key().substring(kind.length()));
    }

    static void lacks(Model model, String kind, int number, Set<Integer> has, TomlValue value) {
        if (!has.contains(number)) {
            throw value.wrongKey(value.path() + ": the " + model.name() + " has no " + kind + number + ", it has "
                    + (has.isEmpty() ? "no " + kind : kind + Model.shown(new TreeSet<>(has))));
        }
    }

    /** What is done to a new device, after it is built. */
    List<Consumer<Device>> changes() {
        return Stream.of(uarts.changes(), buses.changes(), storage.changes(), position.changes(), changes)
                .flatMap(List::stream)
                .toList();
    }

    /** What is to be built, for this module. */
    BoardPlan plan(Model model) {
        demands.forEach(each -> each.accept(model));
        storage.require(model);
        return new BoardPlan(model, Map.copyOf(pins), Map.copyOf(voltages), buses.plan(model), usb);
    }
}
