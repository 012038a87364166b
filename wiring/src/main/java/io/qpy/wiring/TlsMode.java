package io.qpy.wiring;

/** What becomes of a server's certificate that would not pass a check. */
public enum TlsMode {
    /** It is accepted, as on the module; a line on stderr says why it would not pass. */
    module,
    /** It is refused. */
    verify
}
