package io.qpy.wiring;

/**
 * What a device reaches, beside what {@code qpy.toml} says.
 *
 * @param net who answers the documented hosts
 * @param tls whether certificates are checked; null for what {@code qpy.toml} says
 * @param time how time passes for it
 * @param seed what all that is drawn by chance begins with; null for what {@link WorldTime} says
 * @param verbose whether everything that the sandbox sees is told, or only what explains a failure
 */
public record Policy(NetMode net, TlsMode tls, TimeMode time, Long seed, boolean verbose) {
    /** The sandbox answers the documented hosts. */
    public static final Policy DEFAULT = new Policy(NetMode.sim, null, TimeMode.real, null, false);

    public Policy withTime(TimeMode mode) {
        return new Policy(net, tls, mode, seed, verbose);
    }
}
