package io.qpy.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of tests.
 *
 * @param path as the person named it, or as it was found below the folder that the person named
 * @param kind what in it is a test
 */
public record TestFile(Path path, Kind kind) {
    /** What in a file is a test. */
    public enum Kind {
        /** The file as a whole, as in MicroPython's own suite: what it prints is to be what {@code x.py.exp} says. */
        OUTPUT
    }

    /** Where the output that is expected of a script would be. */
    static Path expectation(Path script) {
        return script.resolveSibling(script.getFileName() + ".exp");
    }

    static boolean hasExpectation(Path script) {
        return Files.isRegularFile(expectation(script));
    }

    /** The folder that is the device's {@code /usr}. */
    public Path folder() {
        return path.toAbsolutePath().normalize().getParent();
    }
}
