package io.qpy.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The files of the table of the device's surface. The one of a facade lies beside it, the others in {@code runtime}; the
 * {@code README.md} beside those has their form.
 */
public final class SurfaceTable {
    private SurfaceTable() {}

    /** The text of a file, null where there is none of that name. */
    public static String read(String name) {
        if (!name.matches("\\w+")) {
            return null;
        }
        try (InputStream in = SurfaceTable.class.getResourceAsStream("/qpy/surface/" + name + ".txt")) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
