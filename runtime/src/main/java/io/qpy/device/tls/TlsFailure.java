package io.qpy.device.tls;

import java.io.IOException;

/** TLS that did not come about, or broke. The message is the reason, for the person at the PC. */
public final class TlsFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final MbedtlsError error;

    TlsFailure(MbedtlsError error, String reason, Throwable cause) {
        super(reason, cause);
        this.error = error;
    }

    /** What the module's library calls it. */
    public MbedtlsError error() {
        return error;
    }
}
