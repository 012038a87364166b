package io.qpy.device.board;

/**
 * A part on an SPI bus. It is called while it is selected only. The bus makes its calls {@link #alone}; they must not wait there.
 */
public interface SpiDevice extends BusPart {
    /** It is selected: a command begins. */
    default void select() {}

    /** Takes bytes, and gives as many at the same time. */
    byte[] exchange(byte[] sent);

    /** It is selected no longer: the command has ended. */
    default void deselect() {}

    /** A command of one exchange, for which the bus itself selects the part. */
    default byte[] transfer(byte[] sent) {
        select();
        try {
            return exchange(sent);
        } finally {
            deselect();
        }
    }
}
