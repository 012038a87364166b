package io.qpy.sandbox.net;

/** Says in one line, for the person at the PC, why the sandbox cannot do what was asked. */
public final class SandboxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SandboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
