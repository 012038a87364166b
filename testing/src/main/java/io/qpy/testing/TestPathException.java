package io.qpy.testing;

/** A path in which no test can be looked for; the message is for the person who wrote it. */
public final class TestPathException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TestPathException(String message) {
        super(message);
    }
}
