package io.qpy.device.board.connected;

/** Check bytes of eight bits. */
final class Crc8 {
    private static final int BITS = 8;
    private static final int HIGHEST_BIT = 0x80;
    private static final int BYTE = 0xFF;
    private static final int SENSIRION = 0x31; // x^8 + x^5 + x^4 + 1, from 0xFF, highest bit first
    private static final int MAXIM_REVERSED = 0x8C; // the same polynomial, from 0, lowest bit first

    private Crc8() {}

    /** As Sensirion's sensors, and those of Aosong, compute it. */
    static byte sensirion(byte[] bytes, int from, int to) {
        int crc = BYTE;
        for (int i = from; i < to; i++) {
            crc ^= bytes[i] & BYTE;
            for (int bit = 0; bit < BITS; bit++) {
                crc = (crc & HIGHEST_BIT) != 0 ? (crc << 1) ^ SENSIRION : crc << 1;
            }
            crc &= BYTE;
        }
        return (byte) crc;
    }

    /** As parts on a one-wire bus compute it. */
    static byte maxim(byte[] bytes, int from, int to) {
        int crc = 0;
        for (int i = from; i < to; i++) {
            crc ^= bytes[i] & BYTE;
            for (int bit = 0; bit < BITS; bit++) {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ MAXIM_REVERSED : crc >> 1;
            }
        }
        return (byte) crc;
    }
}
