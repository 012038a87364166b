package io.qpy.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Python text with a name, one of many in a file. */
public record Probe(String name, String code) {
    /** Those of a file: each begins with a line {@code #: name}. */
    public static List<Probe> in(Path file) {
        try {
            return Arrays.stream(Files.readString(file).split("(?m)^#: "))
                    .skip(1)
                    .map(Probe::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Probe of(String text) {
        int end = text.indexOf('\n');
        return new Probe(text.substring(0, end), text.substring(end + 1));
    }

    @Override
    public String toString() {
        return name;
    }
}
