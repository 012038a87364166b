package io.qpy.serial;

/**
 * How a line sends its bytes.
 *
 * @param baud bits in a second
 * @param dataBits 5 to 8
 * @param stopBits 1 or 2
 */
public record LineSettings(int baud, int dataBits, Parity parity, int stopBits) {
    /** The bit after the data bits. */
    public enum Parity {
        NONE(1),
        ODD(2),
        EVEN(3),
        MARK(4),
        SPACE(5);

        private final int number;

        Parity(int number) {
            this.number = number;
        }

        /** RFC 2217's number. */
        byte number() {
            return (byte) number;
        }
    }

    /** How many bits a byte takes on the line: a start bit, the data, the parity, and the stop bits. */
    public int bitsPerByte() {
        return 1 + dataBits + (parity == Parity.NONE ? 0 : 1) + stopBits;
    }
}
