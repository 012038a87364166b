package io.qpy.device.board.lcd;

/**
 * What a script sets a display up with.
 *
 * @param speed bits a second
 * @param init is sent first
 * @param window is sent before pixels, with places of its own for the window's ends (facts-board.md B2.113)
 * @param on is sent by {@code lcd_display_on}, and {@code off} by {@code lcd_display_off}
 * @param brightness is sent by {@code lcd_brightness}; empty where a pin does that
 */
public record LcdSetup(
        int width,
        int height,
        long speed,
        Sequence init,
        Sequence window,
        Sequence on,
        Sequence off,
        Sequence brightness) {}
