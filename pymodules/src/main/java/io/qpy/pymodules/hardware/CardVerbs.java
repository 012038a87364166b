package io.qpy.pymodules.hardware;

import io.qpy.device.flash.Media;
import io.qpy.module.Exposed;

/** What a test does to the SD card. */
final class CardVerbs {
    private final Media media;

    CardVerbs(Media media) {
        this.media = media;
    }

    @Exposed
    boolean isIn() {
        return media.isCardIn();
    }

    /** Puts the card in, or takes it out. */
    @Exposed
    void put(boolean in) {
        media.putCard(in);
    }
}
