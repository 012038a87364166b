package io.qpy.device.board;

/** A part at a one-wire pin. It is called one call at a time; no call may wait. */
public interface WireDevice extends BusPart {
    /** The script resets the line; the part answers by its presence. */
    void begin();

    /** Takes bytes. */
    void write(byte[] bytes);

    /** Gives bytes; 0xFF where it has nothing to say. */
    byte[] read(int count);
}
