package io.qpy.device.board;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The sending half of a UART. What is sent without a pause reaches the peer as a whole, or in pieces of 256 bytes. {@link
 * Uart} guards it.
 */
final class UartOutput {
    /** The most that the module takes without a wait (facts-board.md B2.28); how it takes more is a guess. */
    static final int CAPACITY = 512;

    /** The largest frame of Modbus: its end is the pause after it. */
    private static final int PIECE = 256;

    private static final class Piece {
        private final byte[] bytes = new byte[PIECE];
        private int size;
        private long end;

        /** Takes bytes that are sent from a moment on; returns how many. */
        int add(byte[] all, int from, UartSettings settings, long start) {
            int taken = Math.min(PIECE - size, all.length - from);
            System.arraycopy(all, from, bytes, size, taken);
            settings.mask(bytes, size, size + taken);
            size += taken;
            end = start + settings.nanos(from + taken);
            return taken;
        }
    }

    private final Deque<Piece> pieces = new ArrayDeque<>();
    private long freeAt;

    /** Sends bytes behind those that are being sent. */
    void add(byte[] bytes, UartSettings settings, long now) {
        boolean follows = freeAt > now && !pieces.isEmpty();
        long start = Math.max(now, freeAt);
        for (int at = 0; at < bytes.length; ) {
            if (!follows || pieces.getLast().size == PIECE) {
                pieces.add(new Piece());
                follows = true;
            }
            at += pieces.getLast().add(bytes, at, settings, start);
        }
        freeAt = start + settings.nanos(bytes.length);
    }

    /** Takes the pieces that have left until now, joined. */
    byte[] take(long now) {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        while (!pieces.isEmpty() && pieces.peek().end <= now) {
            Piece piece = pieces.remove();
            sent.write(piece.bytes, 0, piece.size);
        }
        return sent.toByteArray();
    }

    /** Forgets what has not been sent. */
    void clear() {
        pieces.clear();
        freeAt = 0;
    }

    boolean isIdle() {
        return pieces.isEmpty();
    }

    /** When the next piece has left. */
    long nextAt() {
        return pieces.element().end;
    }

    /** When everything has left. */
    long freeAt() {
        return freeAt;
    }
}
