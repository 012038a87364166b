package io.qpy.wiring;

import io.qpy.device.Device;
import io.qpy.device.board.Model;
import io.qpy.device.flash.Media;
import io.qpy.device.flash.Medium;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The keys of {@code [board]} that connect storage: {@code sd}, {@code ext_fs} and {@code nand}. */
final class StorageKeys {
    private static final int MOST_MEGABYTES = 131_072;
    private static final int HIGHEST_PORT = 3;

    private final List<Consumer<Device>> changes = new ArrayList<>();
    private final List<Consumer<Model>> demands = new ArrayList<>();

    TomlTable.Keys addTo(TomlTable.Keys keys) {
        return keys.on("sd", this::card).on("ext_fs", this::external).on("nand", this::nand);
    }

    /** What a table of a storage says. */
    private static final class Reading {
        private int size;
        private Integer port;
        private boolean inserted = true;
    }

    private Reading read(TomlValue value, boolean hasPort, boolean isCard) {
        Reading reading = new Reading();
        TomlTable.Keys keys = new TomlTable.Keys().on("size", each -> reading.size = each.number(1, MOST_MEGABYTES));
        if (hasPort) {
            keys.on("spi", each -> {
                int port = each.number(0, HIGHEST_PORT);
                reading.port = port;
                demands.add(model -> BoardSection.lacks(model, "SPI", port, model.spis(), each));
            });
        }
        if (isCard) {
            keys.on("inserted", each -> reading.inserted = each.truth());
        }
        value.table().read(keys);
        if (reading.size == 0) {
            throw value.fault("want a size in megabytes: { size = 32 }");
        }
        return reading;
    }

    private void card(TomlValue value) {
        Reading reading = read(value, true, true);
        changes.add(device -> {
            media(device).connectCard(Medium.sdCard(reading.size), reading.port);
            media(device).putCard(reading.inserted);
        });
    }

    private void external(TomlValue value) {
        Reading reading = read(value, true, false);
        changes.add(device -> media(device).connectExternal(Medium.externalFlash(reading.size), reading.port));
    }

    private void nand(TomlValue value) {
        Reading reading = read(value, false, false);
        changes.add(device -> media(device).connectNand(Medium.nand(reading.size)));
    }

    private static Media media(Device device) {
        return device.part(Media.class, each -> new Media());
    }

    /** What is done to a new device, of this module. */
    List<Consumer<Device>> changes() {
        return changes;
    }

    /** Refuses a port that the module lacks. */
    void require(Model model) {
        demands.forEach(each -> each.accept(model));
    }
}
