package io.qpy.device;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * The device's one serial port for people.
 *
 * @param input what a script reads with {@code input()}
 * @param output what a script prints and logs
 * @param errors the tracebacks of exceptions that nobody caught, which on the module share the port with the output
 */
public record Console(InputStream input, OutputStream output, OutputStream errors) {
    /** A console that discards what is written and is always at its end when read. */
    public static Console discarding() {
        return new Console(
                InputStream.nullInputStream(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
    }
}
