package io.qpy.wiring;

import io.qpy.device.board.Model;
import io.qpy.device.board.Traits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** What modules have: {@code /boards/NAME.toml} beside this class, one for each that the vendor's documentation describes. */
final class Models {
    private static final int SHORTEST_NAME = 4;

    private Models() {}

    /**
     * What a module of this name has. The name may go on behind the model's, as EC600NCNLA does; a module that no file
     * describes has what any of them has.
     */
    static Model of(String name) {
        String known = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9].*", "");
        for (int end = known.length(); end >= SHORTEST_NAME; end--) {
            String candidate = known.substring(0, end);
            try (InputStream in = Models.class.getResourceAsStream("/boards/" + candidate + ".toml")) {
                if (in != null) {
                    return read(candidate, Toml.parse(in));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Model.ANY;
    }

    private static Model read(String name, TomlTable table) {
        String same = table.getString("same-as");
        if (same != null) {
            Model other = of(same);
            return new Model(
                    name,
                    other.gpios(),
                    other.uarts(),
                    other.i2cs(),
                    other.spis(),
                    other.adcs(),
                    other.pwms(),
                    other.keypad(),
                    other.traits());
        }
        return new Model(
                name,
                numbers(table, "gpio"),
                numbers(table, "uart"),
                numbers(table, "i2c"),
                numbers(table, "spi"),
                numbers(table, "adc"),
                numbers(table, "pwm"),
                List.copyOf(list(table, "keypad")),
                new Traits(
                        table.getString("family"),
                        numbers(table, "interrupts"),
                        names(table, "lacks").collect(Collectors.toUnmodifiableSet()),
                        names(table, "features")
                                .map(each -> Traits.Feature.named(each).orElseThrow())
                                .collect(Collectors.toUnmodifiableSet()),
                        Math.toIntExact(table.getLong("adc-most", () -> 0))));
    }

    private static Stream<String> names(TomlTable table, String key) {
        return table.getArrayOrEmpty(key).toList().stream().map(String::valueOf);
    }

    /** Numbers, and ranges of them as {@code "1-41"}. */
    private static Set<Integer> numbers(TomlTable table, String key) {
        return new TreeSet<>(list(table, key));
    }

    private static List<Integer> list(TomlTable table, String key) {
        TomlArray array = table.getArrayOrEmpty(key);
        return array.toList().stream()
                .flatMap(each -> range(String.valueOf(each)))
                .toList();
    }

    private static Stream<Integer> range(String text) {
        String[] ends = text.split("-", -1);
        return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                .boxed();
    }
}
