package io.qpy.serial;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The side of RFC 2217 that has the line. A simulated device has none: whatever is set is acknowledged, and the carrier is
 * always there.
 */
final class Rfc2217Server extends Rfc2217 {
    private static final int SIGNATURE = 0;
    private static final int PURGE_DATA = 12;
    private static final int FROM_SERVER = 100;
    private static final int NOTIFY_MODEMSTATE = 107;

    /** Carrier, ring off, data set ready, clear to send. */
    private static final byte MODEM_READY = (byte) 0xb0;

    Rfc2217Server(OutputStream client) {
        super(client);
    }

    @Override
    void agreed() {
        negotiation(NOTIFY_MODEMSTATE, MODEM_READY);
    }

    /** Acknowledges a setting with its own value. */
    @Override
    void negotiated(byte[] message) {
        if (message[0] < 0 || message[0] > PURGE_DATA) {
            return;
        }
        byte[] value = message[0] == SIGNATURE && message.length == 1
                ? "qpy".getBytes(StandardCharsets.US_ASCII)
                : Arrays.copyOfRange(message, 1, message.length);
        negotiation(FROM_SERVER + message[0], value);
    }
}
