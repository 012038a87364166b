package io.qpy.device.tls;

import java.io.IOException;
import java.nio.ByteBuffer;

/** What carries the records of a TLS connection. */
interface Wire {
    /** Waits for bytes; -1 at the end of what the peer sends, 0 when there are none and the wire does not wait. */
    int read(ByteBuffer target) throws IOException;

    /** Takes bytes out of the source, waiting until it can; leaves them when the wire does not wait and cannot. */
    void write(ByteBuffer source) throws IOException;

    /** Closes what is below; a second time does nothing. */
    void close() throws IOException;
}
