package io.qpy.wiring;

import io.qpy.device.Device;
import io.qpy.module.Controls;
import io.qpy.module.DeviceModule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The tables of {@code qpy.toml} that modules bring: {@link Controls#settings}. */
final class PartSections {
    private final List<Consumer<Device>> changes = new ArrayList<>();

    /** The same keys, and one for each module that has settings. */
    TomlTable.Keys addTo(TomlTable.Keys keys) {
        for (DeviceModule module : Modules.all()) {
            List<Controls.Setting> settings =
                    module.controls() == null ? List.of() : module.controls().settings();
            if (!settings.isEmpty()) {
                keys.on(module.name(), value -> read(value.table(), settings));
            }
        }
        return keys;
    }

    private void read(TomlTable table, List<Controls.Setting> settings) {
        TomlTable.Keys keys = new TomlTable.Keys();
        settings.forEach(setting -> keys.on(setting.key(), value -> read(value, setting)));
        table.read(keys);
    }

    private void read(TomlValue value, Controls.Setting setting) {
        Consumer<Device> change = setting.reader().apply(value.value());
        if (change == null) {
            throw value.wrong(setting.wanted());
        }
        changes.add(change);
    }

    /** What they say is done to a new device. */
    List<Consumer<Device>> changes() {
        return changes;
    }
}
