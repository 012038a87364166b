package io.qpy.device.board;

import java.util.function.IntConsumer;

/** A part on an I2C bus. The bus makes calls for its own address only, {@link #alone}; they must not wait there. */
public interface I2cDevice extends BusPart {
    /** The script writes, the register's number first where there is one; false where the part does not acknowledge. */
    boolean write(byte[] bytes);

    /** The script reads so many bytes; null where the part does not acknowledge. */
    byte[] read(int count);

    /** Its interrupt line, where it has one, drives what takes its level, from now on. */
    default void drive(IntConsumer line) {}

    /** How many nanoseconds it holds the clock before it lets the script read. */
    default long stretches() {
        return 0;
    }
}
