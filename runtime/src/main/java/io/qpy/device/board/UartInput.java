package io.qpy.device.board;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The receiving half of a UART: the bytes on the line, and behind them the receive buffer. Nothing happens here when a
 * byte arrives; each call first looks what has arrived until its moment. {@link Uart} guards it.
 */
final class UartInput {
    /** The most that the module receives at a time (facts-board.md B2.28). */
    static final int CAPACITY = 2000;

    /** Bytes whose first bit begins at a moment, of which some have arrived. */
    private static final class Burst {
        private final byte[] bytes;
        private final long start;
        private int arrived;

        Burst(byte[] bytes, long start) {
            this.bytes = bytes;
            this.start = start;
        }

        int left() {
            return bytes.length - arrived;
        }
    }

    private final Deque<Burst> line = new ArrayDeque<>();
    private final byte[] buffer = new byte[CAPACITY];
    private UartSettings settings;
    private int head;
    private int count;
    private int onLine;
    private long freeAt;
    private long arrivedInAll;
    private long lost;

    /** Empties line and buffer. */
    void begin(UartSettings newSettings) {
        settings = newSettings;
        cut();
        count = 0;
    }

    /** Puts bytes on the line, behind those that are on it. */
    void add(byte[] bytes, long now) {
        long start = Math.max(now, freeAt);
        line.add(new Burst(bytes, start));
        onLine += bytes.length;
        freeAt = start + settings.nanos(bytes.length);
    }

    /** Loses what has not arrived. */
    void cut() {
        line.clear();
        onLine = 0;
        freeAt = 0;
    }

    /** Puts bytes, which have been on the line, into the buffer. */
    void addArrived(byte[] bytes, long now) {
        arrive(now);
        store(bytes, 0, bytes.length);
        freeAt = Math.max(now, freeAt);
    }

    /** Moves what has arrived into the buffer. */
    void arrive(long now) {
        while (!line.isEmpty()) {
            Burst burst = line.peek();
            int arrived = settings.passed(burst.bytes.length, now - burst.start);
            int fresh = Math.max(0, arrived - burst.arrived);
            store(burst.bytes, burst.arrived, fresh);
            onLine -= fresh;
            burst.arrived += fresh;
            if (burst.left() > 0) {
                return;
            }
            line.remove();
        }
    }

    /** What finds no room is lost; which bytes the module loses is a guess. */
    private void store(byte[] bytes, int offset, int length) {
        int kept = Math.min(length, CAPACITY - count);
        int at = (head + count) % CAPACITY;
        int first = Math.min(kept, CAPACITY - at);
        System.arraycopy(bytes, offset, buffer, at, first);
        System.arraycopy(bytes, offset + first, buffer, 0, kept - first);
        settings.mask(buffer, at, at + first);
        settings.mask(buffer, 0, kept - first);
        count += kept;
        arrivedInAll += length;
        lost += length - kept;
    }

    /** Takes bytes out of the buffer, at most so many. */
    byte[] take(int most) {
        byte[] taken = new byte[Math.min(most, count)];
        int first = Math.min(taken.length, CAPACITY - head);
        System.arraycopy(buffer, head, taken, 0, first);
        System.arraycopy(buffer, 0, taken, first, taken.length - first);
        head = (head + taken.length) % CAPACITY;
        count -= taken.length;
        return taken;
    }

    /** Takes bytes up to and with the first line feed, or at most so many if there is none before. */
    byte[] takeLine(int most) {
        for (int i = 0; i < Math.min(most, count); i++) {
            if (buffer[(head + i) % CAPACITY] == '\n') {
                return take(i + 1);
            }
        }
        return take(most);
    }

    /** How many can be read. */
    int count() {
        return count;
    }

    /** How many have not arrived yet. */
    int onLine() {
        return onLine;
    }

    /** When the line is free. */
    long freeAt() {
        return freeAt;
    }

    /** How many have arrived since the device was switched on, those that were lost too. */
    long arrivedInAll() {
        return arrivedInAll;
    }

    long lost() {
        return lost;
    }
}
