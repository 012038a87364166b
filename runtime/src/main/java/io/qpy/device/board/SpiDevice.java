package io.qpy.device.board;

/** A part on an SPI bus. It is called while it is selected only, one call at a time; no call may wait. */
public interface SpiDevice extends BusPart {
    /** It is selected: a command begins. */
    default void select() {}

    /** Takes bytes, and gives as many at the same time. */
    byte[] exchange(byte[] sent);

    /** It is selected no longer: the command has ended. */
    default void deselect() {}
}
