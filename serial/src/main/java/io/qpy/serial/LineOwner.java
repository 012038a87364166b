package io.qpy.serial;

import java.io.OutputStream;

/**
 * Hears from a {@link SerialLine}: the port of a prompt, or a UART. A line that leads outside calls it from a thread of its
 * own, one call at a time; another line calls it inside {@link SerialLine#send} or while it is opened.
 */
public interface LineOwner {
    /**
     * Takes bytes of the far end. It may wait until it has room: meanwhile nothing more is read from the far end. The array
     * belongs to the line.
     */
    void received(byte[] bytes, int offset, int length);

    /**
     * Somebody is at the far end. A pseudo-terminal and a line that leads nowhere outside are connected when they are opened.
     *
     * @param peer sends to this far end, and waits while it takes nothing. An owner that must not wait uses
     *     {@link SerialLine#send}; nobody uses both.
     */
    default void connected(OutputStream peer) {}

    /**
     * The far end has gone. The line waits for the next one, but for a pseudo-terminal, which has failed.
     *
     * @param reason what a person can read, such as "the other side has closed the connection"
     */
    default void disconnected(String reason) {}

    /**
     * Something failed that the person should know, and the line goes on.
     *
     * @param what one line
     */
    default void troubled(String what) {}
}
