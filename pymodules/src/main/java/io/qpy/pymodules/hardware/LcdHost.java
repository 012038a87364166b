package io.qpy.pymodules.hardware;

import io.qpy.device.board.lcd.Lcd;
import io.qpy.device.board.lcd.LcdSetup;
import io.qpy.device.board.lcd.Sequence;
import io.qpy.module.Exposed;
import java.util.List;

/** What {@code machine.LCD} asks of the display. */
public final class LcdHost {
    private final Lcd lcd;

    LcdHost(Lcd lcd) {
        this.lcd = lcd;
    }

    @Exposed
    boolean isReady() {
        return lcd.isReady();
    }

    /** Sets it up: [init data, window, on, off, brightness], at so many kbit/s. */
    @Exposed
    void init(int width, int height, int speed, List<byte[]> sequences) {
        lcd.init(new LcdSetup(
                width,
                height,
                speed * 1000L,
                Sequence.of(sequences.get(0)),
                Sequence.of(sequences.get(1)),
                Sequence.of(sequences.get(2)),
                Sequence.of(sequences.get(3)),
                Sequence.of(sequences.get(4))));
    }

    @Exposed
    void command(int value) {
        lcd.command(value);
    }

    @Exposed
    void data(byte[] bytes) {
        lcd.data(bytes);
    }

    @Exposed
    void switchOn(boolean on) {
        lcd.switchOn(on);
    }

    @Exposed
    void dim(int level) {
        lcd.dim(level);
    }

    @Exposed
    void clear(int color) {
        lcd.clear(color);
    }

    /** Whether the rectangle is on the display, and there are enough bytes. */
    @Exposed
    boolean write(byte[] pixels, int left, int top, int right, int bottom) {
        return lcd.write(pixels, left, top, right, bottom);
    }

    /** A JPEG picture as [width, height, pixels of 16 bits]; None for one that cannot be read. */
    @Exposed
    List<Object> decode(byte[] file) {
        return Jpeg.decode(file);
    }
}
