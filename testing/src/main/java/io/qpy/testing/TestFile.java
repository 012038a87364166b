package io.qpy.testing;

import io.qpy.runtime.Script;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A file of tests.
 *
 * @param path as the person named it, or as it was found below the folder that the person named
 * @param kind what in it is a test
 * @param names the tests in it that the person asked for, {@code test_x}, {@code TestClass} or {@code TestClass::test_x};
 *     empty for all
 */
public record TestFile(Path path, Kind kind, List<String> names) {
    private static final Set<String> TEST_FOLDERS = Set.of("tests", "test");

    /** What in a file is a test. */
    public enum Kind {
        /** The file as a whole, as in MicroPython's own suite: what it prints is to be what {@code x.py.exp} says. */
        OUTPUT,
        /** Each {@code test_} function and each test of a {@code unittest.TestCase}. */
        FUNCTIONS
    }

    public TestFile {
        names = List.copyOf(names);
    }

    static TestFile of(Path script, List<String> names) {
        return new TestFile(script, hasExpectation(script) ? Kind.OUTPUT : Kind.FUNCTIONS, names);
    }

    /** Whether a file of a folder is one of tests: {@code test_x.py}, {@code x_test.py}, {@code x.py} with {@code x.py.exp}. */
    public static boolean isTest(Path script) {
        String name = script.getFileName().toString();
        return Script.isTest(name) || (name.endsWith(".py") && hasExpectation(script));
    }

    /** Where the output that is expected of a script would be. */
    static Path expectation(Path script) {
        return script.resolveSibling(script.getFileName() + ".exp");
    }

    private static boolean hasExpectation(Path script) {
        return Files.isRegularFile(expectation(script));
    }

    /** Whether the person asked for a test in it. */
    boolean asksFor(String name) {
        return names.isEmpty() || names.stream().anyMatch(each -> covers(each, name));
    }

    /** Whether a name that the person wrote means a test: its own, or its class's. */
    static boolean covers(String asked, String name) {
        return name.equals(asked) || name.startsWith(asked + "::");
    }

    /** The folder that is the device's {@code /usr} unless the plan names another: the file's own, or the one above
     * where that is called tests. */
    Path folder() {
        Path own = path.toAbsolutePath().normalize().getParent();
        boolean above = kind == Kind.FUNCTIONS
                && own.getParent() != null
                && TEST_FOLDERS.contains(own.getFileName().toString());
        return above ? own.getParent() : own;
    }

    /** As tracebacks name it: its path below the device's {@code /usr}, or its name when it is not there. */
    String deviceName(Path usr) {
        Path absolute = path.toAbsolutePath().normalize();
        Path below = absolute.startsWith(usr) ? usr.relativize(absolute) : absolute.getFileName();
        StringBuilder name = new StringBuilder();
        below.forEach(part -> name.append(name.isEmpty() ? "" : "/").append(part));
        return name.toString();
    }
}
