package io.qpy.serial;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/**
 * What the device has sent and the client has not yet taken. Without a client it is dropped, as a USB port drops it; a
 * client that is slow holds the device up after 256 KiB. On a line where nobody knows whether there is a client, what
 * does not move for half a second is dropped too.
 */
public final class Outbox extends OutputStream {
    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_BYTES_UNSURE = 8 * 1024;
    private static final int PATIENCE_MILLIS = 500;

    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private OutputStream client;
    private boolean mayBeAlone;
    private boolean stalled;
    private boolean sending;

    /**
     * Starts to send to a client; false when there is one already.
     *
     * @param unsure whether there may be no client at the other end
     */
    public synchronized boolean attach(OutputStream newClient, boolean unsure) {
        if (client != null) {
            return false;
        }
        mayBeAlone = unsure;
        client = newClient;
        Thread sender = new Thread(() -> send(newClient), "qpy-port-output");
        sender.setDaemon(true);
        sender.start();
        return true;
    }

    /** Sends nothing more to this client. */
    public synchronized void detach(OutputStream oldClient) {
        if (client == oldClient) {
            client = null;
            waiting.reset();
            notifyAll();
        }
    }

    /** Drops what has not been sent. */
    public synchronized void clear() {
        waiting.reset();
        notifyAll();
    }

    /** Whether a client is attached. */
    synchronized boolean isAttached() {
        return client != null;
    }

    /** Sends bytes without waiting for room; false if they are dropped. */
    synchronized boolean offer(byte[] bytes, int offset, int length) {
        if (client == null || waiting.size() + length > room()) {
            return false;
        }
        waiting.write(bytes, offset, length);
        notifyAll();
        return true;
    }

    private int room() {
        return mayBeAlone ? MOST_BYTES_UNSURE : MOST_BYTES;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        try {
            if (awaitRoom()) {
                waiting.write(bytes, offset, length);
                notifyAll();
            }
        } catch (InterruptedException e) {
            waiting.reset();
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the client to take something; false where there is none, or it does not. */
    private boolean awaitRoom() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (client != null && waiting.size() >= room()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (mayBeAlone && (stalled || left <= 0)) {
                stalled = true;
                return false;
            }
            wait(mayBeAlone ? left : 0);
        }
        return client != null;
    }

    /** Waits until the client has taken everything, at most so long; nobody else sends meanwhile. */
    synchronized void drain(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        long left = millis;
        while (client != null && (sending || waiting.size() > 0) && left > 0) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        }
    }

    private void send(OutputStream to) {
        try {
            for (byte[] bytes = next(to); bytes.length > 0; bytes = next(to)) {
                to.write(bytes);
                to.flush();
            }
        } catch (IOException | InterruptedException e) {
            detach(to);
        }
    }

    /** What to send now; empty when the client is not this one any more. */
    private synchronized byte[] next(OutputStream to) throws InterruptedException {
        stalled = false;
        sending = false;
        notifyAll();
        while (client == to && waiting.size() == 0) {
            wait();
        }
        if (client != to) {
            return new byte[0];
        }
        byte[] bytes = waiting.toByteArray();
        waiting.reset();
        sending = true;
        notifyAll();
        return bytes;
    }
}
