package io.qpy.wiring.modbus;

import java.io.ByteArrayOutputStream;

/** A frame of Modbus RTU: a unit's address, a function's number, its data, and a check sum of 16 bits. */
final class Frame {
    private static final int SHORTEST = 4;
    private static final int CRC_BYTES = 2;
    private static final int CRC_START = 0xFFFF;
    private static final int CRC_POLYNOMIAL = 0xA001;

    private Frame() {}

    /** Whether bytes are a frame, or have a wrong check sum. */
    static boolean isWhole(byte[] bytes) {
        if (bytes.length < SHORTEST) {
            return false;
        }
        int crc = crc(bytes, bytes.length - CRC_BYTES);
        return (bytes[bytes.length - 2] & 0xFF) == (crc & 0xFF) && (bytes[bytes.length - 1] & 0xFF) == crc >> Byte.SIZE;
    }

    /** A frame with its check sum, of what stands between address and check sum. */
    static byte[] of(int unit, byte[] content) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(unit);
        frame.writeBytes(content);
        int crc = crc(frame.toByteArray(), frame.size());
        frame.write(crc & 0xFF);
        frame.write(crc >> Byte.SIZE);
        return frame.toByteArray();
    }

    /** The check sum of the first bytes; its low byte goes first. */
    private static int crc(byte[] bytes, int length) {
        int crc = CRC_START;
        for (int i = 0; i < length; i++) {
            crc ^= bytes[i] & 0xFF;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 1) != 0 ? crc >> 1 ^ CRC_POLYNOMIAL : crc >> 1;
            }
        }
        return crc;
    }
}
