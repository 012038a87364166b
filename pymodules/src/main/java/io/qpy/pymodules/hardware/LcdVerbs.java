package io.qpy.pymodules.hardware;

import io.qpy.device.board.lcd.Lcd;
import io.qpy.module.Exposed;

/** What a test sees of the display. */
final class LcdVerbs {
    private final Lcd lcd;

    LcdVerbs(Lcd lcd) {
        this.lcd = lcd;
    }

    boolean isThere() {
        return lcd.isThere();
    }

    @Exposed
    int width() {
        return lcd.width();
    }

    @Exposed
    int height() {
        return lcd.height();
    }

    @Exposed
    int pixel(int x, int y) {
        return lcd.pixel(x, y);
    }

    @Exposed
    int brightness() {
        return lcd.brightness();
    }

    /** A PNG file. */
    @Exposed
    byte[] screenshot() {
        return lcd.screenshot();
    }
}
