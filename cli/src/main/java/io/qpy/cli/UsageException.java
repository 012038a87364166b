package io.qpy.cli;

import io.qpy.device.Code;
import io.qpy.device.Notice;

/** Something that the person at the PC asked for and that cannot be done; its message is one line. Exit code 2. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;

    UsageException(Code code, String message) {
        this(code, message, null);
    }

    UsageException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    Notice notice() {
        return Notice.of(code, getMessage());
    }
}
