package io.qpy.device.board;

import io.qpy.device.time.Time;

/**
 * How a UART sends its bytes.
 *
 * @param baud bits in a second
 * @param dataBits 5 to 8
 * @param parity as {@code machine.UART} numbers it: 0 none, 1 even, 2 odd
 * @param stopBits 1 or 2
 * @param flow 1 for RTS and CTS, which no peer holds back
 */
public record UartSettings(int baud, int dataBits, int parity, int stopBits, int flow) {
    /** How many bits a byte takes on the line: a start bit, the data, the parity, and the stop bits. */
    public int bitsPerByte() {
        return 1 + dataBits + (parity == 0 ? 0 : 1) + stopBits;
    }

    /** How long so many bytes take on the line, in nanoseconds. */
    public long nanos(long bytes) {
        return bytes * bitsPerByte() * Time.seconds(1) / baud;
    }

    /** How many of so many bytes have passed the line after a time, in nanoseconds. */
    int passed(int bytes, long nanos) {
        return nanos >= nanos(bytes) ? bytes : (int) Math.max(0, nanos * baud / (bitsPerByte() * Time.seconds(1)));
    }

    /** Leaves the bits of bytes that are on the line. */
    void mask(byte[] bytes, int from, int to) {
        for (int i = from; dataBits < Byte.SIZE && i < to; i++) {
            bytes[i] &= (byte) ((1 << dataBits) - 1);
        }
    }
}
