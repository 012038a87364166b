package io.qpy.device.tls;

import java.util.function.Supplier;

/**
 * What becomes of a server's certificate. The module accepts any (facts.md 8.3); qpy says why one would not pass.
 *
 * @param refuses whether one that would not pass is refused ({@code --tls verify})
 * @param authorities those trusted beside this PC's; asked for when first needed
 */
public record Trust(boolean refuses, Supplier<Authorities> authorities) {
    /** As the module: accepts any. */
    public static Trust inAnyone() {
        return new Trust(false, Authorities::none);
    }
}
