package io.qpy.device.tls;

import io.qpy.device.Code;
import io.qpy.device.Coded;
import java.io.IOException;

/** TLS that did not come about, or broke. The message is the reason, for the person at the PC. */
public final class TlsFailure extends IOException implements Coded {
    private static final long serialVersionUID = 1L;

    private final MbedtlsError error;

    TlsFailure(MbedtlsError error, String reason, Throwable cause) {
        super(reason, cause);
        this.error = error;
    }

    @Override
    public Code code() {
        return Code.NO_TLS;
    }

    /** What the module's library calls it. */
    public MbedtlsError error() {
        return error;
    }
}
