package io.qpy.testing;

/**
 * Which test.
 *
 * @param file the file that it is in
 * @param name {@code test_x} or {@code TestClass::test_x} in its file; empty for the file as a whole
 * @param line where it begins, from 1
 */
public record TestId(TestFile file, String name, int line) {
    /** {@code path::name}, as the command takes and shows it. */
    @Override
    public String toString() {
        return name.isEmpty() ? file.path().toString() : file.path() + "::" + name;
    }
}
