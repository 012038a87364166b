package io.qpy.serial;

import java.io.IOException;

/** A line cannot be opened, or its address not understood. The message is one line for the person, and says what to do. */
public final class SerialException extends IOException {
    private static final long serialVersionUID = 1;

    SerialException(String message) {
        super(message);
    }

    SerialException(String message, Throwable cause) {
        super(message, cause);
    }
}
