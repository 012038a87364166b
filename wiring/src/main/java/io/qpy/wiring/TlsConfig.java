package io.qpy.wiring;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What {@code [tls]} says.
 *
 * @param mode of runs that say none
 * @param authorities trusted beside this PC's and the sandbox's
 */
public record TlsConfig(TlsMode mode, List<X509Certificate> authorities) {
    static final TlsConfig DEFAULT = new TlsConfig(TlsMode.module, List.of());
}
