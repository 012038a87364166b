package io.qpy.firmware;

import io.qpy.device.flash.Medium;
import io.qpy.module.Exposed;

/** A medium, as {@code uos} hands it on from where it was found to where it is mounted. */
record MediumHost(Medium medium) {
    /** Whether it is there. */
    @Exposed
    boolean isPresent() {
        return medium.isPresent();
    }
}
