package io.qpy.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The kinds of findings, and a page about each: the Markdown files of the folder codes. */
public final class Codes {
    private Codes() {}

    /** Each code with what it is about, in a line; by theme. */
    public static String index() {
        return read("index.txt").orElseThrow();
    }

    /** All codes. */
    public static List<String> all() {
        return index().lines().map(line -> line.split(" ", 2)[0]).toList();
    }

    /** What a code means: Markdown, with an example of what is found and one of what to write. */
    public static Optional<String> page(String code) {
        return all().contains(code) ? read(code + ".md") : Optional.empty();
    }

    /** A file of the folder codes, in whichever part of qpy it lies; empty where there is none. */
    public static Optional<String> read(String name) {
        try (InputStream in = Codes.class.getResourceAsStream("/qpy/codes/" + name)) {
            return Optional.ofNullable(in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
