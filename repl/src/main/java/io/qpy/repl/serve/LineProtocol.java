package io.qpy.repl.serve;

import io.qpy.repl.board.Port;
import java.io.OutputStream;

/** What lies between a socket's bytes and those of the serial port, for one connection. */
interface LineProtocol {
    /** Where the device's bytes go so that the client understands them. */
    OutputStream encoder();

    /** Passes on what the client has sent; false when the port had no room for it. */
    boolean decode(byte[] bytes, int length, Port port);

    /** The bytes as they are. */
    static LineProtocol plain(OutputStream client) {
        return new LineProtocol() {
            @Override
            public OutputStream encoder() {
                return client;
            }

            @Override
            public boolean decode(byte[] bytes, int length, Port port) {
                return port.received(bytes, 0, length);
            }
        };
    }
}
