package io.qpy.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Scripts that a test in Java runs on a device which it has prepared; what each prints stands beside it. */
final class Scripts {
    private static final Path FOLDER = Path.of("scripts").toAbsolutePath();

    private Scripts() {}

    /** Where a script is; {@code name} is its path in the folder. */
    static Path path(String name) {
        return FOLDER.resolve(name);
    }

    /** A script's text. */
    static String source(String name) {
        return read(path(name));
    }

    /** What a script prints. */
    static String expected(String name) {
        return read(path(name + ".exp"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
