package io.qpy.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what a line tells: the events, and the bytes as text. */
final class RecordingOwner implements LineOwner {
    private static final int PATIENCE_SECONDS = 60;

    private final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final StringBuilder received = new StringBuilder();

    @Override
    public synchronized void received(byte[] bytes, int offset, int length) {
        received.append(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
        notifyAll();
    }

    @Override
    public void connected(OutputStream peer) {
        events.add("connected");
    }

    @Override
    public void disconnected(String reason) {
        events.add("disconnected");
    }

    /** Waits for the next event. */
    void expect(String event) throws InterruptedException {
        String next = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertNotNull(next, "no " + event);
        assertEquals(event, next);
    }

    boolean heardNothing() {
        return events.isEmpty();
    }

    /** Waits until this text has come, and nothing else. */
    synchronized void expectBytes(String text) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (received.length() < text.length() && System.nanoTime() < deadline) {
            wait(TimeUnit.SECONDS.toMillis(1));
        }
        assertEquals(text, received.toString());
        received.setLength(0);
    }
}
