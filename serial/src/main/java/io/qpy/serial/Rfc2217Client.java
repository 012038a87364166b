package io.qpy.serial;

import java.io.OutputStream;
import java.nio.ByteBuffer;

/** The side of RFC 2217 that uses another's line, and sets its speed and the shape of its bytes. */
final class Rfc2217Client extends Rfc2217 {
    private static final int SET_BAUDRATE = 1;
    private static final int SET_DATASIZE = 2;
    private static final int SET_PARITY = 3;
    private static final int SET_STOPSIZE = 4;

    private LineSettings settings;
    private boolean agreed;

    Rfc2217Client(OutputStream server) {
        super(server);
    }

    @Override
    public void begin() {
        offer(WILL, BINARY);
        offer(DO, BINARY);
        offer(WILL, SUPPRESS_GO_AHEAD);
        offer(DO, SUPPRESS_GO_AHEAD);
        offer(WILL, COM_PORT);
    }

    @Override
    public synchronized void configure(LineSettings newSettings) {
        settings = newSettings;
        if (agreed) {
            tell();
        }
    }

    /** Settings wait for this: a server need not understand them before. */
    @Override
    synchronized void agreed() {
        if (!agreed) {
            agreed = true;
            tell();
        }
    }

    private void tell() {
        if (settings != null) {
            negotiation(
                    SET_BAUDRATE,
                    ByteBuffer.allocate(Integer.BYTES).putInt(settings.baud()).array());
            negotiation(SET_DATASIZE, (byte) settings.dataBits());
            negotiation(SET_PARITY, settings.parity().number());
            negotiation(SET_STOPSIZE, (byte) settings.stopBits());
        }
    }

    /** A server's answers and signals change nothing: the line is as good as the server can make it. */
    @Override
    void negotiated(byte[] message) {}
}
