package io.qpy.pymodules.umqtt;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;

/** What the broker says: nothing before it was spoken to, and a CONNACK first. */
final class BrokerInput extends FilterInputStream {
    /** How every CONNACK begins: its type, and a remaining length of two. */
    private static final int[] CONNACK = {0x20, 0x02};

    /** The peer is no MQTT broker, or a confused one. */
    static final class NotMqtt extends IOException {
        private static final long serialVersionUID = 1L;

        NotMqtt(int got) {
            super(String.format("its answer to CONNECT is no CONNACK (got the byte 0x%02X): no MQTT broker?", got));
        }
    }

    private final CountDownLatch spoken;
    private int position;

    BrokerInput(InputStream in, CountDownLatch spoken) {
        super(in);
        this.spoken = spoken;
    }

    @Override
    public int read() throws IOException {
        awaitSpoken();
        int read = super.read();
        if (position < CONNACK.length && read >= 0) {
            if (read != CONNACK[position]) {
                throw new NotMqtt(read);
            }
            position++;
        }
        return read;
    }

    /** Paho reads a packet's header byte by byte, and only what follows it at once. */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return in.read(bytes, offset, length);
    }

    @Override
    public int available() throws IOException {
        return spoken.getCount() == 0 ? super.available() : 0;
    }

    private void awaitSpoken() throws InterruptedIOException {
        try {
            spoken.await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException("Paho ends its reader");
        }
    }
}
