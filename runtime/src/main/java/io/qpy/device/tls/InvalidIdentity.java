package io.qpy.device.tls;

import java.io.IOException;

/** A certificate or a key of the device's own that cannot be used. The message is the reason. */
public final class InvalidIdentity extends IOException {
    private static final long serialVersionUID = 1L;

    private final String what;

    private InvalidIdentity(String what, String reason) {
        super(reason);
        this.what = what;
    }

    static InvalidIdentity certificate(String reason) {
        return new InvalidIdentity("cert", "the device's certificate cannot be used: " + reason);
    }

    static InvalidIdentity key(String reason) {
        return new InvalidIdentity("key", "the device's private key cannot be used: " + reason);
    }

    /** Which of the two, as {@code ussl}'s {@code ValueError("invalid …")} names it. */
    public String what() {
        return what;
    }
}
