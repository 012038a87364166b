package io.qpy.wiring;

/**
 * What a device reaches, beside what {@code qpy.toml} says.
 *
 * @param net who answers the documented hosts
 * @param tls whether certificates are checked; null for what {@code qpy.toml} says
 * @param time how time passes for it
 * @param verbose whether everything that the sandbox sees is told, or only what explains a failure
 */
public record Policy(NetMode net, TlsMode tls, TimeMode time, boolean verbose) {
    /** The sandbox answers the documented hosts. */
    public static final Policy DEFAULT = new Policy(NetMode.sim, null, TimeMode.real, false);

    public Policy withTime(TimeMode mode) {
        return new Policy(net, tls, mode, verbose);
    }
}
