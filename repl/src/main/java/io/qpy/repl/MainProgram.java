package io.qpy.repl;

import io.qpy.device.flash.Flash;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/** {@code /usr/main.py}, which the firmware runs before its prompt. */
public final class MainProgram {
    public static final String NAME = "usr/main.py";

    private MainProgram() {}

    /** Its text; empty where there is none. */
    public static Optional<String> of(Flash flash) {
        if (!flash.exists("/" + NAME)) {
            return Optional.empty();
        }
        try (var in = Channels.newInputStream(flash.open("/" + NAME, Set.of(StandardOpenOption.READ)))) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
