package io.qpy.device.board.lcd;

import io.qpy.device.Code;
import io.qpy.device.Notices;
import io.qpy.device.Part;
import io.qpy.device.board.BusPlan;
import io.qpy.device.time.Time;
import io.qpy.device.time.Waits;
import java.util.Arrays;
import java.util.Locale;

/** The display, as large as qpy.toml says, or else as the script says. Bytes take their time on their way to it. */
public final class Lcd implements Part {
    private static final int PIXEL_BYTES = 2;
    private static final int BRIGHTEST = 5;
    private static final long SECOND = Time.seconds(1);

    private final BusPlan.LcdSize size;
    private final Waits waits;
    private final Notices notices;
    private Panel panel;
    private LcdSetup setup;
    private int brightness = BRIGHTEST;

    /** @param size null for as large as the script says */
    public Lcd(BusPlan.LcdSize size, Waits waits, Notices notices) {
        this.size = size;
        this.waits = waits;
        this.notices = notices;
        restart();
    }

    /** Whether there is one: qpy.toml has it, or a script has set it up since the power came. */
    public synchronized boolean isThere() {
        return size != null || panel.width() > 1;
    }

    /** Whether the script has set it up. */
    public synchronized boolean isReady() {
        return setup != null;
    }

    /** Sets it up. */
    public synchronized void init(LcdSetup value) {
        setup = value;
        if (size == null) {
            panel = new Panel(value.width(), value.height());
        } else if (size.width() != value.width() || size.height() != value.height()) {
            notices.sayOnce(
                    Code.LCD,
                    String.format(
                            Locale.ROOT,
                            "the display is %d x %d pixels (board.lcd of qpy.toml), the script sets up %d x %d",
                            size.width(),
                            size.height(),
                            value.width(),
                            value.height()));
        }
        play(value.init());
        panel.mount();
    }

    /** Sends a command. */
    public synchronized void command(int value) {
        pass(1);
        panel.command(value);
    }

    /** Sends data of the command's. */
    public synchronized void data(byte[] bytes) {
        pass(bytes.length);
        panel.data(bytes);
        lookForWhatHasLeft();
    }

    public synchronized void switchOn(boolean on) {
        play(on ? setup.on() : setup.off());
    }

    public synchronized int brightness() {
        return brightness;
    }

    /** 0 to 5. */
    public synchronized void dim(int level) {
        brightness = level;
        play(setup.brightness());
    }

    /** Fills all of it with a colour, RGB565. */
    public synchronized void clear(int color) {
        byte[] pixels = new byte[setup.width() * setup.height() * PIXEL_BYTES];
        for (int i = 0; i < pixels.length; i += PIXEL_BYTES) {
            pixels[i] = (byte) (color >> Byte.SIZE);
            pixels[i + 1] = (byte) color;
        }
        write(pixels, 0, 0, setup.width() - 1, setup.height() - 1);
    }

    /**
     * Draws pixels, the high byte of each first. The corners belong to the rectangle.
     *
     * @return whether it is on the display, and there are enough bytes
     */
    public synchronized boolean write(byte[] pixels, int left, int top, int right, int bottom) {
        String place = String.format(Locale.ROOT, "lcd_write(%d, %d, %d, %d): ", left, top, right, bottom);
        if (left < 0 || top < 0 || right < left || bottom < top || right >= setup.width() || bottom >= setup.height()) {
            notices.sayOnce(
                    Code.LCD,
                    String.format(
                            Locale.ROOT,
                            "%swant a rectangle in 0, 0, %d, %d; nothing was drawn",
                            place,
                            setup.width() - 1,
                            setup.height() - 1));
            return false;
        }
        int wanted = (right - left + 1) * (bottom - top + 1) * PIXEL_BYTES;
        if (pixels.length < wanted) {
            notices.sayOnce(
                    Code.LCD,
                    place + "got " + pixels.length + " bytes, want " + wanted
                            + ", two for each pixel; nothing was drawn");
            return false;
        }
        play(setup.window(), left, top, right, bottom);
        if (!panel.isWriting()) {
            panel.write(left, top, right, bottom);
        }
        pass(wanted);
        panel.data(Arrays.copyOf(pixels, wanted));
        lookForWhatHasLeft();
        return true;
    }

    private void lookForWhatHasLeft() {
        if (panel.hasLeft()) {
            notices.sayOnce(
                    Code.LCD,
                    "the script draws beside the display, of " + panel.width() + " x " + panel.height() + " pixels");
        }
    }

    /** Sends a sequence; a window's ends, if any, are put where they belong. */
    private void play(Sequence sequence, int... window) {
        sequence.each((kind, value) -> {
            switch (kind) {
                case Sequence.COMMAND -> {
                    pass(1);
                    panel.command(value);
                }
                case Sequence.DATA -> {
                    pass(1);
                    panel.data((byte) (window.length == 0 ? value : end(value, window)));
                }
                case Sequence.PAUSE -> waits.sleep(Time.millis(value));
                default -> {}
            }
        });
    }

    /** What stands for one of these places: XSTART_H and so on. */
    private static int end(int place, int... window) {
        return switch (place) {
            case 0xF0 -> window[0] >> Byte.SIZE;
            case 0xF1 -> window[0];
            case 0xF2 -> window[1] >> Byte.SIZE;
            case 0xF3 -> window[1];
            case 0xE0 -> window[2] >> Byte.SIZE;
            case 0xE1 -> window[2];
            case 0xE2 -> window[3] >> Byte.SIZE;
            case 0xE3 -> window[3];
            default -> place;
        };
    }

    private void pass(int bytes) {
        waits.sleep((long) bytes * Byte.SIZE * SECOND / setup.speed());
    }

    public synchronized int width() {
        return panel.width();
    }

    public synchronized int height() {
        return panel.height();
    }

    /** What a person sees at a place, RGB565. */
    public synchronized int pixel(int x, int y) {
        return panel.seen(x, y);
    }

    /** What a person sees, as a PNG file. */
    public synchronized byte[] screenshot() {
        return Png.of(panel.width(), panel.height(), panel.seen());
    }

    /** What is shown stays; the script's next run sets it up again. */
    @Override
    public synchronized void reset() {
        setup = null;
    }

    @Override
    public synchronized void restart() {
        setup = null;
        brightness = BRIGHTEST;
        panel = size == null ? new Panel(1, 1) : new Panel(size.width(), size.height());
    }

    /** A test begins with what was set up before it, and its own drawings are gone at its end. */
    @Override
    public synchronized Runnable snapshot() {
        LcdSetup savedSetup = setup;
        int savedBrightness = brightness;
        Panel saved = new Panel(panel);
        return () -> {
            synchronized (this) {
                setup = savedSetup;
                brightness = savedBrightness;
                panel = new Panel(saved);
            }
        };
    }
}
