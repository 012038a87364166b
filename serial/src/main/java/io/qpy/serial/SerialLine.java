package io.qpy.serial;

import java.io.Closeable;
import java.io.IOException;

/**
 * A serial line, seen from the device's side. Its {@link LineOwner} is told what comes in. All methods can be called from any
 * thread. {@code toString} says where programs find the far end: a URL of pyserial's, or a path.
 */
public interface SerialLine extends Closeable {
    /**
     * Sends bytes, and never waits. The line copies them.
     *
     * @return false if some of them are lost: nobody is at the far end, or it has not taken 256 KiB (8 KiB on a
     *     pseudo-terminal) that were sent before
     */
    boolean send(byte[] bytes, int offset, int length);

    /** Tells the far end the settings if it can be told (RFC 2217). Told again when the far end connects anew. */
    default void configure(LineSettings settings) {}

    /**
     * Takes bytes that are ready at the far end and come only when they are asked for: those of a file. The owner asks for as
     * many as its line carries in the time that has passed. All other lines call {@link LineOwner#received}.
     *
     * @return how many were put into the buffer; 0 if this line has none to ask for, -1 after the last one
     * @throws IOException if the file cannot be read
     */
    default int pull(byte[] buffer, int offset, int length) throws IOException {
        return 0;
    }

    /**
     * Whether a program outside is at the far end. If so, the line has threads of its own, and virtual time must flow. If not,
     * it has none: what it does happens inside {@link #send} and {@link #pull}.
     */
    boolean leadsOutside();

    /** Closes the line, and removes what was made for it. The owner hears nothing more. */
    @Override
    void close() throws IOException;
}
