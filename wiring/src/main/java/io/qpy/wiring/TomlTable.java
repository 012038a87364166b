package io.qpy.wiring;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A table of a TOML file.
 *
 * @param path its keys, a dot behind each
 */
record TomlTable(TomlFile file, String path, org.tomlj.TomlTable table) {
    /**
     * The keys that a table may have, each with who reads its value. A new key is a new {@code on}.
     *
     * @param readers by key
     */
    record Keys(Map<String, Consumer<TomlValue>> readers) {
        Keys() {
            this(new LinkedHashMap<>());
        }

        Keys on(String key, Consumer<TomlValue> reader) {
            readers.put(key, reader);
            return this;
        }
    }

    /** Gives each value to its reader. A key that is not known is an error that names the nearest. */
    void read(Keys keys) {
        values().forEach(value -> {
            Consumer<TomlValue> reader = keys.readers().get(value.key());
            if (reader == null) {
                throw value.wrongKey("unknown key '" + value.path() + "'"
                        + Nearest.hint(value.key(), keys.readers().keySet()));
            }
            reader.accept(value);
        });
    }

    /** The values of a table whose keys are names, in the file's order. */
    Stream<TomlValue> values() {
        return table.keySet().stream()
                .map(key -> new TomlValue(
                        file, path + key, key, table.inputPositionOf(List.of(key)), table.get(List.of(key))))
                .sorted(Comparator.<TomlValue>comparingInt(value -> value.at().line())
                        .thenComparingInt(value -> value.at().column()));
    }
}
