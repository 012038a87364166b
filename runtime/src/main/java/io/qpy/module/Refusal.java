package io.qpy.module;

import io.qpy.device.Code;

/** Something that a person has asked of a device and that cannot be done; its message is one line. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;

    public Refusal(Code code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
