package io.qpy.pymodules.hardware;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads JPEG pictures, by the JDK. */
final class Jpeg {
    private static final int MOST_PIXELS = 1_000_000;
    private static final int PIXEL_BYTES = 2;

    private Jpeg() {}

    /** [width, height, pixels of 16 bits, the high byte first]; null for a file that is no such picture, or too large. */
    static List<Object> decode(byte[] file) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        if (!readers.hasNext()) {
            return null;
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                return null;
            }
            return pixels(reader.read(0));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return null; // that is all that the script learns of it
        } finally {
            reader.dispose();
        }
    }

    private static List<Object> pixels(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] bytes = new byte[width * height * PIXEL_BYTES];
        for (int i = 0; i < width * height; i++) {
            int rgb = image.getRGB(i % width, i / width);
            int color = (rgb >> 8 & 0xF800) | (rgb >> 5 & 0x07E0) | (rgb >> 3 & 0x001F);
            bytes[PIXEL_BYTES * i] = (byte) (color >> Byte.SIZE);
            bytes[PIXEL_BYTES * i + 1] = (byte) color;
        }
        return List.of(width, height, bytes);
    }
}
