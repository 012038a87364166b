package io.qpy.sandbox.cloud;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a person is told of a refusal: a sentence with the probable cause, and then where to look. */
final class Refusals {
    private static final int CAUSE = 200;
    private static final int ALL = 450;

    private Refusals() {}

    /** The line, which is looked at. */
    static String requireOrder(String line) {
        String cause = line.split("\\. (?=[A-Z])", 2)[0];
        assertTrue(cause.length() <= CAUSE, () -> "a cause of " + cause.length() + " characters: " + line);
        assertTrue(line.length() <= ALL, () -> line.length() + " characters: " + line);
        assertTrue(!line.contains("no usual mistake"), line);
        return line;
    }
}
