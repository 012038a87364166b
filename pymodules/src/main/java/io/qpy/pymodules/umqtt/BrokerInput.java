package io.qpy.pymodules.umqtt;

import io.qpy.device.time.Time;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What the broker says: nothing before it was spoken to, and a CONNACK first. A PUBACK goes to {@link Publications}, not to
 * Paho.
 */
final class BrokerInput extends FilterInputStream {
    /** How every CONNACK begins: its type, and a remaining length of two. */
    private static final int[] CONNACK = {0x20, 0x02};

    /** The peer is no MQTT broker, or a confused one. */
    static final class NotMqtt extends IOException {
        private static final long serialVersionUID = 1L;

        NotMqtt(String what) {
            super(what);
        }
    }

    private static final int PUBLISH = 0x30;
    private static final int PUBACK = 0x40;
    private static final int PUBACK_LENGTH = 2;
    private static final int QOS_2 = 0x04;

    /** More than a module's memory holds; Paho would fill 256 MB at a word of the broker's. */
    private static final int MOST_BYTES = 16 << 20;

    private static final int DELIVERY_SECONDS = 2;

    private final Time time;
    private final CompletableFuture<Void> spoken;
    private final Semaphore delivered;
    private final Publications publications;
    private int position;
    private boolean atStart = true;
    private int expected;
    private int length;
    private int lengthBits;

    /**
     * @param spoken done when CONNECT is written
     * @param delivered one permit for the CONNACK and for each message of QoS 0 or 1 that has left Paho
     */
    BrokerInput(
            InputStream in, Time time, CompletableFuture<Void> spoken, Semaphore delivered, Publications publications) {
        super(in);
        this.time = time;
        this.spoken = spoken;
        this.delivered = delivered;
        this.publications = publications;
    }

    /** One byte of a packet's header: its type, then its length, whose last byte is below 128. */
    @Override
    public int read() throws IOException {
        awaitSpoken();
        int read = super.read();
        while (read == PUBACK && atStart && position == CONNACK.length) {
            readAcknowledgement();
            read = super.read();
        }
        if (read < 0) {
            awaitDelivered();
            return read;
        }
        requireConnack(read);
        if (atStart && (position == 1 || ((read & 0xF0) == PUBLISH && (read & QOS_2) == 0))) {
            expected++;
        }
        if (!atStart) {
            length(read);
        }
        atStart = !atStart && read < 0x80;
        return read;
    }

    /** One byte of a packet's length, the lowest seven bits first. */
    private void length(int read) throws NotMqtt {
        length |= (read & 0x7F) << lengthBits;
        lengthBits += Byte.SIZE - 1;
        if (length > MOST_BYTES || lengthBits > Integer.SIZE) {
            throw new NotMqtt(
                    "it announces a packet of " + Integer.toUnsignedString(length) + " bytes: no MQTT broker?");
        }
        if (read < 0x80) {
            length = 0;
            lengthBits = 0;
        }
    }

    private void readAcknowledgement() throws IOException {
        int length = super.read();
        int high = super.read();
        int low = super.read();
        if (length == PUBACK_LENGTH && low >= 0) {
            publications.acknowledged(high << Byte.SIZE | low);
        } else if (low >= 0) {
            throw new NotMqtt("it sent a PUBACK of " + length + " bytes, not of two: no MQTT broker?");
        }
    }

    private void requireConnack(int read) throws NotMqtt {
        if (position < CONNACK.length) {
            if (read != CONNACK[position]) {
                String got = String.format("(got the byte 0x%02X)", read);
                throw new NotMqtt("its answer to CONNECT is no CONNACK " + got + ": no MQTT broker?");
            }
            position++;
        }
    }

    /** Paho forgets what it has read and not yet delivered when the end comes. */
    private void awaitDelivered() throws InterruptedIOException {
        try {
            boolean ignored = delivered.tryAcquire(expected, DELIVERY_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new InterruptedIOException("Paho ends its reader");
        }
    }

    /** Paho reads a packet's header byte by byte, and only what follows it at once. */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return in.read(bytes, offset, length);
    }

    @Override
    public int available() throws IOException {
        return spoken.isDone() ? super.available() : 0;
    }

    private void awaitSpoken() throws InterruptedIOException {
        try {
            boolean ignored = time.await(spoken, Time.FOR_EVER);
        } catch (InterruptedException e) {
            throw new InterruptedIOException("Paho ends its reader");
        }
    }
}
