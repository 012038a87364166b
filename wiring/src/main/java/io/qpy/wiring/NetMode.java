package io.qpy.wiring;

/** Which hosts a device reaches. */
public enum NetMode {
    /** The hosts of the table are answered by the sandbox, others are reached for real. */
    sim,
    /** All hosts are reached for real. */
    real,
    /** No host is reached. */
    off
}
