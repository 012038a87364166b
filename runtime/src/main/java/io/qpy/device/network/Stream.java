package io.qpy.device.network;

import java.nio.ByteBuffer;

/**
 * A connected byte stream in a script's hands: {@code usocket} makes one, {@code ussl} puts TLS over it.
 *
 * <p>Calls come from device threads and wait as the socket was told to: for ever, up to its time-out
 * ({@code OSError(ETIMEDOUT)}), or not at all ({@code OSError(EAGAIN)}).
 */
public interface Stream {
    /**
     * Reads what has arrived.
     *
     * @return bytes put into the target, at least 1; -1 at the end of what the peer sends
     */
    int read(ByteBuffer target);

    /**
     * Writes what can be written now, waiting until that is something.
     *
     * @return bytes taken out of the source, at least 1
     */
    int write(ByteBuffer source);

    /** Whether calls wait; {@code setblocking}. */
    void setBlocking(boolean blocking);

    /** The TCP state as {@code getsocketsta} tells it, 0 to 10; -1 when closed. */
    int state();

    /** The peer as the device sees it, {@code host:port}. */
    String peer();

    /** Closes the socket; a second time does nothing. */
    void close();
}
