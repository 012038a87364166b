package io.qpy.device.board;

import java.io.IOException;

/**
 * What is connected to the pins of a UART. It sends by {@link Uart#receive}. None of its methods may wait, and the UART
 * calls them one at a time.
 */
public interface UartPeer extends AutoCloseable {
    /** Nothing is connected: nothing comes, and what is sent is gone. */
    UartPeer NONE = new UartPeer() {
        @Override
        public void take(byte[] sent) {}

        @Override
        public String shown() {
            return "nothing connected";
        }
    };

    /** What is sent comes back. */
    UartPeer LOOPBACK = new UartPeer() {
        @Override
        public void take(byte[] sent) {}

        @Override
        public boolean isLoopback() {
            return true;
        }

        @Override
        public String shown() {
            return "loopback";
        }
    };

    /** What it is, as qpy.toml says it. */
    String shown();

    /** Takes bytes; the last of them has just left the UART. */
    void take(byte[] sent);

    /** The script has opened the port, or changed its settings. */
    default void configure(UartSettings settings) {}

    /**
     * Gives bytes that come only when they are asked for: those of a file.
     *
     * @return how many were put into the buffer; 0 for a peer that sends by {@link Uart#receive}, -1 after the last one
     */
    default int pull(byte[] buffer) throws IOException {
        return 0;
    }

    /** Whether a program outside is at the other end: virtual time flows while the port is open. */
    default boolean leadsOutside() {
        return false;
    }

    /** Whether what is sent comes back as it is sent: it has taken its time on the line already. */
    default boolean isLoopback() {
        return false;
    }

    /** Is again as it was at first; a test is over. */
    default void renew() {}

    /** Removes what was made for it. */
    @Override
    default void close() {}
}
