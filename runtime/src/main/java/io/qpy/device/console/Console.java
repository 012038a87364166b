package io.qpy.device.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The device's one serial port for people.
 *
 * @param input what a script reads with {@code input()}
 * @param output what a script prints and logs
 * @param errors the tracebacks of exceptions that nobody caught, which on the module share the port with the output
 * @param newline what {@code print} ends a line with
 * @param lines how {@code input()} reads a line; null for the next line of {@code input}
 */
public record Console(InputStream input, OutputStream output, OutputStream errors, String newline, Lines lines) {
    public Console(InputStream input, OutputStream output, OutputStream errors) {
        this(input, output, errors, "\n", null);
    }

    /** Reads a line from a person, who can edit it; null at the end of the input. */
    @FunctionalInterface
    public interface Lines {
        String read(String prompt) throws IOException, InterruptedException;
    }

    /** A console that discards what is written and is always at its end when read. */
    public static Console discarding() {
        return new Console(
                InputStream.nullInputStream(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
    }
}
