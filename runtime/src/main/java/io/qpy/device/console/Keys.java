package io.qpy.device.console;

import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;

/**
 * The bytes that have arrived at a device's console and that nobody has read yet. One thread puts them in; a prompt or a
 * script takes them out, and is woken by {@link Thread#interrupt()}.
 */
public final class Keys extends InputStream {
    /** What {@link #next} gives where the other side has hung up. */
    public static final int HUNG_UP = -2;

    /** What {@link #next} gives after the last byte. */
    public static final int END = -1;

    /** The character that interrupts a running script, unless the script has changed it: Ctrl-C. */
    public static final int CTRL_C = 3;

    private static final int MOST_BYTES_WAITING = 1 << 20;
    private static final int MOST_BYTES = 16 << 20;

    private byte[] ring = new byte[256];
    private int first;
    private int count;
    private boolean hungUp;
    private boolean ended;
    private int interruptCharacter = CTRL_C;
    private CompletableFuture<Void> arrival = new CompletableFuture<>();

    /** Adds bytes; what exceeds 1 MiB waits until it has been read. */
    public synchronized void put(byte[] bytes, int offset, int length) throws InterruptedException {
        int from = offset;
        int left = length;
        while (left > 0) {
            while (count >= MOST_BYTES_WAITING && !ended) {
                wait();
            }
            int some = Math.min(left, Math.max(1, MOST_BYTES_WAITING - count));
            append(bytes, from, some);
            from += some;
            left -= some;
            notifyAll();
        }
    }

    /** Adds the bytes if there is room for them, up to 16 MiB, and drops them otherwise, as a serial port does. */
    public synchronized boolean offer(byte[] bytes, int offset, int length) {
        if (length > MOST_BYTES - count) {
            return false;
        }
        append(bytes, offset, length);
        notifyAll();
        return true;
    }

    private void append(byte[] bytes, int offset, int length) {
        if (count + length > ring.length) {
            grow(count + length);
        }
        for (int i = 0; i < length; i++) {
            ring[(first + count + i) % ring.length] = bytes[offset + i];
        }
        count += length;
        announce();
    }

    private void grow(int size) {
        byte[] larger = new byte[Math.max(size, 2 * ring.length)];
        for (int i = 0; i < count; i++) {
            larger[i] = ring[(first + i) % ring.length];
        }
        ring = larger;
        first = 0;
    }

    /** The other side is gone: what it has sent and nobody has read is dropped, and the prompt starts anew. */
    public synchronized void hangUp() {
        count = 0;
        hungUp = true;
        notifyAll();
    }

    /** No more bytes will come. */
    public synchronized void end() {
        ended = true;
        announce();
        notifyAll();
    }

    /** Drops what nobody has read. */
    public synchronized void clear() {
        count = 0;
        notifyAll();
    }

    /** The next byte, {@link #HUNG_UP} or {@link #END}: for a prompt. */
    public synchronized int next() throws InterruptedException {
        while (count == 0 && !hungUp && !ended) {
            wait();
        }
        if (hungUp) {
            hungUp = false;
            return HUNG_UP;
        }
        return count == 0 ? END : take();
    }

    private int take() {
        int value = ring[first] & 0xff;
        first = (first + 1) % ring.length;
        count--;
        notifyAll();
        return value;
    }

    /** As many bytes as there are, at least one: for a script. -1 at the end. */
    public synchronized int take(byte[] target, int offset, int length) throws InterruptedException {
        while (count == 0 && !ended) {
            wait();
        }
        int some = Math.min(length, count);
        for (int i = 0; i < some; i++) {
            target[offset + i] = (byte) take();
        }
        return some == 0 && length > 0 ? -1 : some;
    }

    /** Complete when there is something to read, or the end has come. */
    public synchronized CompletableFuture<Void> arrival() {
        if (arrival.isDone()) {
            arrival = new CompletableFuture<>();
        }
        announce();
        return arrival;
    }

    private void announce() {
        if (count > 0 || ended) {
            arrival.complete(null);
        }
    }

    /** The byte that interrupts a running script; -1 for none. */
    public synchronized int interruptCharacter() {
        return interruptCharacter;
    }

    public synchronized void interruptCharacter(int character) {
        interruptCharacter = character;
    }

    @Override
    public synchronized int available() {
        return count;
    }

    @Override
    public int read() throws InterruptedIOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws InterruptedIOException {
        try {
            return take(target, offset, length);
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted");
        }
    }
}
