package io.qpy.device.board;

/** A part at a one-wire pin. The line makes each call {@link #alone}; it must not wait there. */
public interface WireDevice extends BusPart {
    /** The script resets the line; whether the part shows that it is there. */
    boolean begin();

    /** Takes bytes. */
    void write(byte[] bytes);

    /** Gives bytes; 0xFF where it has nothing to say. */
    byte[] read(int count);
}
