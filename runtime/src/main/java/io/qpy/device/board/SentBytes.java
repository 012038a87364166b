package io.qpy.device.board;

import java.util.Arrays;

/** The last bytes of many, 64 KiB of them; those at the front can be taken. */
final class SentBytes {
    private static final int MOST_KEPT = 64 * 1024;

    /** Twice as long, so that bytes are moved seldom. */
    private byte[] buffer = {};

    private int start;
    private int end;

    void add(byte[] bytes) {
        if (buffer.length == 0) {
            buffer = new byte[2 * MOST_KEPT];
        }
        int kept = Math.min(bytes.length, MOST_KEPT);
        if (end + kept > buffer.length) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        System.arraycopy(bytes, bytes.length - kept, buffer, end, kept);
        end += kept;
        start = Math.max(start, end - MOST_KEPT);
    }

    int count() {
        return end - start;
    }

    /** Returns the last ones. */
    byte[] last(int count) {
        return Arrays.copyOfRange(buffer, end - count, end);
    }

    /** Takes the first ones. */
    byte[] take(int count) {
        start += count;
        return Arrays.copyOfRange(buffer, start - count, start);
    }

    /** Forgets the first ones. */
    void skip(int count) {
        start += count;
    }

    /** Where a pattern ends first, counted from the front; -1 where it is not there. */
    int endOf(byte[] pattern) {
        for (int at = start; at + pattern.length <= end; at++) {
            if (Arrays.equals(buffer, at, at + pattern.length, pattern, 0, pattern.length)) {
                return at + pattern.length - start;
            }
        }
        return -1;
    }

    void clear() {
        start = 0;
        end = 0;
    }
}
