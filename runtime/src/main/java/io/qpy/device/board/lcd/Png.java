package io.qpy.device.board.lcd;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Pixels of 16 bits as a PNG file of 24. */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int HEADER_BYTES = 13;
    private static final byte BIT_DEPTH = 8;
    private static final byte TRUE_COLOR = 2;
    private static final int MOST_5 = 31;
    private static final int MOST_6 = 63;
    private static final int MOST_8 = 255;
    private static final int CHANNELS = 3;
    private static final int PIECE = 8192;

    private Png() {}

    static byte[] of(int width, int height, int[] colors) {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        header.putInt(width).putInt(height).put(BIT_DEPTH).put(TRUE_COLOR);
        ByteBuffer rows = ByteBuffer.allocate(height * (1 + width * CHANNELS));
        for (int i = 0; i < colors.length; i++) {
            if (i % width == 0) {
                rows.put((byte) 0); // no filter
            }
            rows.put(wide((colors[i] >> 11) & MOST_5, MOST_5));
            rows.put(wide((colors[i] >> 5) & MOST_6, MOST_6));
            rows.put(wide(colors[i] & MOST_5, MOST_5));
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        chunk(file, "IHDR", header.array());
        chunk(file, "IDAT", deflated(rows.array()));
        chunk(file, "IEND");
        return file.toByteArray();
    }

    /** A part of a colour in eight bits, rounded. */
    private static byte wide(int value, int most) {
        return (byte) ((value * MOST_8 + most / 2) / most);
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] piece = new byte[PIECE];
            while (!deflater.finished()) {
                out.write(piece, 0, deflater.deflate(piece));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte... content) {
        ByteBuffer named = ByteBuffer.allocate(Integer.BYTES + content.length);
        named.put(type.getBytes(StandardCharsets.US_ASCII)).put(content);
        CRC32 crc = new CRC32();
        crc.update(named.array());
        ByteBuffer whole = ByteBuffer.allocate(Integer.BYTES + named.capacity() + Integer.BYTES);
        whole.putInt(content.length).put(named.array()).putInt((int) crc.getValue());
        file.writeBytes(whole.array());
    }
}
