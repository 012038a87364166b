package io.qpy.runtime;

import io.qpy.device.DeviceError;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The mode of {@code open()}, letter by letter as MicroPython's littlefs reads it: letters that it does not know mean nothing. */
final class OpenMode {
    private static final Map<Character, Set<StandardOpenOption>> KINDS = Map.of(
            'r',
            EnumSet.of(StandardOpenOption.READ),
            'w',
            EnumSet.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING),
            'x',
            EnumSet.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
            'a',
            EnumSet.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.APPEND));

    private OpenMode() {}

    /** A second kind, or a kind after a plus, is a ValueError without a text. */
    static Set<? extends OpenOption> options(String mode) {
        Set<StandardOpenOption> options = EnumSet.noneOf(StandardOpenOption.class);
        for (int i = 0; i < mode.length(); i++) {
            char letter = mode.charAt(i);
            if (letter == '+') {
                options.addAll(EnumSet.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
            } else if (KINDS.containsKey(letter)) {
                if (!options.isEmpty()) {
                    throw DeviceError.of("ValueError");
                }
                options.addAll(KINDS.get(letter));
            }
        }
        return options.isEmpty() ? KINDS.get('r') : options;
    }
}
