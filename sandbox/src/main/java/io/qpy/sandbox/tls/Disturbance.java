package io.qpy.sandbox.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What a server does in place of its side of the handshake. */
enum Disturbance {
    NONE,
    HANG_UP,
    SILENCE,
    GARBAGE,
    PLAIN_HTTP,
    LONG_RECORD;

    private static final int CLIENT_HELLO_MOST = 4096;
    private static final byte[] NO_TLS = {
        0, (byte) 0xde, (byte) 0xad, (byte) 0xbe, (byte) 0xef, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
    };
    private static final int RECORD_MOST = (1 << 14) + 2048; // RFC 5246, section 6.2.3

    /** Disturbs; afterwards the connection is closed, unless this waits for the client to close it. */
    void disturb(InputStream in, OutputStream out) throws IOException {
        if (in.read(new byte[CLIENT_HELLO_MOST]) < 0) {
            return;
        }
        switch (this) {
            case SILENCE -> in.transferTo(OutputStream.nullOutputStream());
            case GARBAGE -> out.write(NO_TLS);
            case PLAIN_HTTP ->
                out.write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
            case LONG_RECORD -> out.write(longRecord());
            default -> {
                // HANG_UP: that is all.
            }
        }
        out.flush();
    }

    private static byte[] longRecord() {
        int length = RECORD_MOST + 1;
        byte[] record = new byte[5 + length];
        record[0] = 0x16; // handshake, RFC 5246, section 6.2.1
        record[1] = 3;
        record[2] = 3;
        record[3] = (byte) (length >> 8);
        record[4] = (byte) length;
        return record;
    }
}
