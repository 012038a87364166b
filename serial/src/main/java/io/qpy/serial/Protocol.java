package io.qpy.serial;

import java.io.IOException;
import java.io.OutputStream;

/** The bytes of a serial line inside those of one TCP connection. */
interface Protocol {
    /** Makes the protocol of one connection. */
    interface Maker {
        /** {@code client} is where the connection's bytes go. */
        Protocol over(OutputStream client);
    }

    /** Begins to talk on a new connection. */
    default void begin() throws IOException {}

    /** Where the line's bytes go so that the other side understands them. */
    OutputStream encoder();

    /** Passes on what the other side has sent. */
    void decode(byte[] bytes, int length, LineOwner owner);

    /** Tells the other side the line's settings. */
    default void configure(LineSettings settings) {}

    /** The bytes as they are. */
    static Protocol plain(OutputStream client) {
        return new Protocol() {
            @Override
            public OutputStream encoder() {
                return client;
            }

            @Override
            public void decode(byte[] bytes, int length, LineOwner owner) {
                owner.received(bytes, 0, length);
            }
        };
    }
}
