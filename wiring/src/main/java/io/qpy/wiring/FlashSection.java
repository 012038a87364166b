package io.qpy.wiring;

import io.qpy.device.flash.Ignored;
import java.util.ArrayList;
import java.util.List;
import org.tomlj.TomlArray;

/** {@code [flash]}: which files of the script's folder the device does not have. */
final class FlashSection {
    private static final String WANT = "a list of names or patterns, for instance [\"build\", \"docs/*\"]";

    private Ignored ignored = Ignored.USUAL;

    void read(TomlTable table) {
        table.read(new TomlTable.Keys().on("ignore", value -> ignored = ignored(value)));
    }

    Ignored ignored() {
        return ignored;
    }

    private static Ignored ignored(TomlValue value) {
        if (!(value.value() instanceof TomlArray array)) {
            throw value.wrong(WANT);
        }
        List<String> patterns = new ArrayList<>();
        for (Object each : array.toList()) {
            if (!(each instanceof String pattern) || pattern.isEmpty()) {
                throw value.wrong(WANT);
            }
            patterns.add(pattern);
        }
        try {
            return Ignored.of(patterns);
        } catch (IllegalArgumentException e) {
            throw value.wrong(WANT);
        }
    }
}
