package io.qpy.device.board.lcd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.device.Notices;
import io.qpy.device.board.BusPlan;
import io.qpy.device.time.Time;
import io.qpy.device.time.Waits;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferUShort;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What a display shows of what it is sent; Java's own pictures say what that looks like. */
class LcdTest {
    private static final int WIDTH = 24;
    private static final int HEIGHT = 40;
    private static final int RED = 0xF800;

    /** Of an ST7789: awake, a direction, 16 bits a pixel, inverted, on. */
    private static final Sequence INIT =
            triples(0, 0, 0x11, 0, 1, 0x36, 1, 1, 0x00, 0, 1, 0x3A, 1, 1, 0x05, 0, 0, 0x21, 0, 0, 0x29);

    private static final Sequence WINDOW = triples(
            0, 4, 0x2A, 1, 1, 0xF0, 1, 1, 0xF1, 1, 1, 0xE0, 1, 1, 0xE1, //
            0, 4, 0x2B, 1, 1, 0xF2, 1, 1, 0xF3, 1, 1, 0xE2, 1, 1, 0xE3, //
            0, 0, 0x2C);

    private final List<String> told = new ArrayList<>();

    private static Sequence triples(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return Sequence.of(bytes);
    }

    private Lcd lcd(BusPlan.LcdSize size, int width, int height, Sequence init, Sequence window) {
        Lcd lcd = new Lcd(size, new Waits(Time.real()), new Notices(notice -> told.add(notice.text())));
        lcd.init(new LcdSetup(
                width, height, 52_000_000_000L, init, window, triples(0, 0, 0x29), triples(0, 0, 0x28), triples()));
        return lcd;
    }

    private static byte[] pattern(int count, int seed) {
        byte[] pixels = new byte[2 * count];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 37 + seed * 101 + i / 7);
        }
        return pixels;
    }

    /** The same in a picture of Java's, which has the same format. */
    private static void draw(BufferedImage image, byte[] pixels, int left, int top, int right, int bottom) {
        short[] all = ((DataBufferUShort) image.getRaster().getDataBuffer()).getData();
        int i = 0;
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                all[y * image.getWidth() + x] = (short) ((pixels[i] << 8) | (pixels[i + 1] & 0xFF));
                i += 2;
            }
        }
    }

    private static void assertSame(BufferedImage wanted, byte[] png) throws Exception {
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(png));
        assertEquals(wanted.getWidth(), seen.getWidth());
        assertEquals(wanted.getHeight(), seen.getHeight());
        for (int y = 0; y < wanted.getHeight(); y++) {
            for (int x = 0; x < wanted.getWidth(); x++) {
                int place = y * wanted.getWidth() + x;
                assertEquals(wanted.getRGB(x, y), seen.getRGB(x, y), "pixel " + place);
            }
        }
    }

    @Test
    void threeWindowsLookAsJavaDrawsThem() throws Exception {
        int[][] windows = {{0, 0, WIDTH - 1, HEIGHT - 1}, {3, 5, 10, 30}, {20, 39, 23, 39}};
        for (Sequence window : List.of(WINDOW, triples(0, 0, 0x5C))) { // the second one's panel has other commands
            Lcd lcd = lcd(null, WIDTH, HEIGHT, INIT, window);
            BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_565_RGB);
            for (int i = 0; i < windows.length; i++) {
                int[] at = windows[i];
                byte[] pixels = pattern((at[2] - at[0] + 1) * (at[3] - at[1] + 1), i);
                assertTrue(lcd.write(pixels, at[0], at[1], at[2], at[3]));
                draw(image, pixels, at[0], at[1], at[2], at[3]);
            }
            assertSame(image, lcd.screenshot());
        }
        assertEquals(List.of(), told);
    }

    @Test
    void everyColourIsRounded() throws Exception {
        Lcd lcd = lcd(null, 256, 256, INIT, WINDOW);
        byte[] all = new byte[2 * 65536];
        for (int i = 0; i < 65536; i++) {
            all[2 * i] = (byte) (i >> 8);
            all[2 * i + 1] = (byte) i;
        }
        lcd.write(all, 0, 0, 255, 255);
        BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_USHORT_565_RGB);
        draw(image, all, 0, 0, 255, 255);
        assertSame(image, lcd.screenshot());
    }

    @Test
    void howItIsSetUpIsUpright() {
        for (int direction : new int[] {0x00, 0x40, 0x80, 0xC0, 0x20, 0x60, 0xA0, 0xE8}) {
            Lcd lcd = lcd(null, WIDTH, HEIGHT, triples(0, 1, 0x36, 1, 1, direction), WINDOW);
            lcd.write(new byte[] {(byte) 0xF8, 0}, 1, 2, 1, 2);
            assertEquals(RED, lcd.pixel(1, 2), "direction " + direction);
        }
    }

    @Test
    void whatIsTurnedLaterIsSeenTurned() {
        Lcd lcd = lcd(null, WIDTH, HEIGHT, triples(0, 1, 0x36, 1, 1, 0x00), WINDOW);
        turn(lcd, 0xC0);
        lcd.write(new byte[] {(byte) 0xF8, 0}, 1, 2, 1, 2);
        assertEquals(RED, lcd.pixel(WIDTH - 2, HEIGHT - 3));
        turn(lcd, 0x20);
        lcd.write(new byte[] {(byte) 0xF8, 0}, 5, 7, 5, 7);
        assertEquals(RED, lcd.pixel(7, 5));
        turn(lcd, 0x00);
        lcd.command(0x21); // it did not invert
        assertEquals(0xFFFF - RED, lcd.pixel(7, 5));
    }

    private static void turn(Lcd lcd, int direction) {
        lcd.command(0x36);
        lcd.data(new byte[] {(byte) direction});
    }

    @Test
    void offIsDark() {
        Lcd lcd = lcd(null, WIDTH, HEIGHT, INIT, WINDOW);
        lcd.clear(RED);
        assertEquals(RED, lcd.pixel(0, 0));
        lcd.switchOn(false);
        assertEquals(0, lcd.pixel(0, 0));
        lcd.switchOn(true);
        assertEquals(RED, lcd.pixel(WIDTH - 1, HEIGHT - 1));
    }

    @Test
    void whatDoesNotFitIsTold() {
        Lcd lcd = lcd(new BusPlan.LcdSize(10, 10), WIDTH, HEIGHT, INIT, WINDOW);
        assertFalse(lcd.write(new byte[6], 0, 0, 1, 1));
        assertFalse(lcd.write(new byte[8], WIDTH - 1, 0, WIDTH, 1));
        assertTrue(lcd.write(pattern(4, 0), 9, 9, 10, 10));
        assertEquals(
                List.of(
                        "the display is 10 x 10 pixels (board.lcd of qpy.toml), the script sets up 24 x 40",
                        "lcd_write(0, 0, 1, 1): got 6 bytes, want 8, two for each pixel; nothing was drawn",
                        "lcd_write(23, 0, 24, 1): want a rectangle in 0, 0, 23, 39; nothing was drawn",
                        "the script draws beside the display, of 10 x 10 pixels"),
                told);
    }

    @Test
    void aTestsDrawingsAreUndone() {
        Lcd lcd = lcd(null, WIDTH, HEIGHT, INIT, WINDOW);
        lcd.clear(RED);
        Runnable undo = lcd.snapshot();
        lcd.clear(0);
        lcd.reset();
        undo.run();
        assertTrue(lcd.isReady());
        assertEquals(RED, lcd.pixel(3, 3));
        lcd.restart();
        assertFalse(lcd.isReady());
        assertEquals(0, lcd.pixel(0, 0));
    }
}
