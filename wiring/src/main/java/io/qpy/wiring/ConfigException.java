package io.qpy.wiring;

/** A {@code qpy.toml} that cannot be used; its message is one line for the person at the PC. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigException(String message) {
        super(message);
    }

    ConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
