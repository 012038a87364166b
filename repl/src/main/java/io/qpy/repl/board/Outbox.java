package io.qpy.repl.board;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * What the device has sent and the client has not yet taken. Without a client it is dropped, as a USB port drops it; a
 * client that is slow holds the device up after 256 KiB.
 */
final class Outbox extends OutputStream {
    private static final int MOST_BYTES = 256 * 1024;

    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private OutputStream client;
    private boolean sending;

    /** Starts to send to a client; false when there is one already. */
    synchronized boolean attach(OutputStream newClient) {
        if (client != null) {
            return false;
        }
        client = newClient;
        Thread sender = new Thread(() -> send(newClient), "qpy-port-output");
        sender.setDaemon(true);
        sender.start();
        return true;
    }

    /** Sends nothing more to this client. */
    synchronized void detach(OutputStream oldClient) {
        if (client == oldClient) {
            client = null;
            waiting.reset();
            notifyAll();
        }
    }

    /** Drops what has not been sent. */
    synchronized void clear() {
        waiting.reset();
        notifyAll();
    }

    /** Waits until the client has been sent everything, or is gone. */
    synchronized void drain() throws InterruptedException {
        while (client != null && (waiting.size() > 0 || sending)) {
            wait();
        }
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        boolean interrupted = false;
        while (client != null && waiting.size() >= MOST_BYTES) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
                waiting.reset();
            }
        }
        if (client != null) {
            waiting.write(bytes, offset, length);
            notifyAll();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
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
