package io.qpy.pymodules.request;

import io.qpy.device.time.Waits;
import java.io.IOException;
import java.util.Arrays;

/** The body of an answer, taken from the connection as the script asks for it. */
final class Body {
    /** What is read at once where the script asks for less; in pieces of 255 bytes, one call takes 257 of them. */
    private static final int AHEAD_BYTES = 65536;

    /** The first block where the body's length is not known. */
    private static final int UNKNOWN_BYTES = 8192;

    /** A length that is told counts so far; a server can tell any. */
    private static final int TRUSTED_BYTES = 32 << 20;

    private static final byte[] NOTHING = {};

    private final Connection connection;
    private final BodyInput input;
    private final OpenAnswers answers;
    private final Waits waits;
    private byte[] buffer = NOTHING;
    private int at;
    private int end;
    private boolean complete;
    private IOException broken;

    Body(Connection connection, BodyInput input, OpenAnswers answers, Waits waits) {
        this.connection = connection;
        this.input = input;
        this.answers = answers;
        this.waits = waits;
    }

    /**
     * So many bytes, fewer only where the body ends, and none after that; waits for them.
     *
     * @throws IOException once, after what came, where the connection broke
     */
    byte[] read(int most) throws IOException {
        require(most, Math.max(most, AHEAD_BYTES));
        return take(Math.min(most, end - at));
    }

    /** All that is left, as {@link #read}. */
    byte[] readAll() throws IOException {
        return read(Integer.MAX_VALUE);
    }

    /** As many pieces of a size as have come, or one; less only where the body ends. Waits for the first. */
    byte[] readPieces(int size) throws IOException {
        int pieces = Math.max(1, AHEAD_BYTES / Math.max(1, size));
        require(size, Math.max(size, pieces * size));
        int there = end - at;
        return take(there < size ? there : Math.min(there - there % Math.max(1, size), pieces * size));
    }

    /** What has come, at most so many bytes; waits for the first. */
    byte[] readSome(int most) throws IOException {
        require(Math.min(1, most), AHEAD_BYTES);
        return take(Math.min(most, end - at));
    }

    /** Waits until so many bytes are in the buffer, if the body has them; where none are, it has ended. */
    private void require(int least, int room) throws IOException {
        if (!complete && end - at < least) {
            await(least, room);
        }
        if (at == end && least > 0) {
            answers.close(connection);
            rethrow();
        }
    }

    private void await(int least, int room) {
        complete = true; // and stays so where the wait is interrupted
        try {
            complete = waits.work(() -> fill(least, room), connection);
            if (complete) {
                answers.close(connection);
            }
        } catch (IOException e) {
            broken = e;
        }
    }

    private boolean fill(int least, int room) throws IOException {
        while (!input.isComplete() && end - at < least) {
            makeRoom(room);
            end += Math.max(0, input.read(buffer, end, buffer.length - end));
        }
        return input.isComplete();
    }

    private void makeRoom(int most) {
        int there = end - at;
        if (at == 0 && there > 0 && there < buffer.length) {
            return;
        }
        long told = Math.min(input.left(), TRUSTED_BYTES);
        int wanted = (int) Math.min(most, told > 0 ? there + told : Math.max(UNKNOWN_BYTES, 4L * there));
        byte[] next = there < buffer.length && buffer.length >= wanted ? buffer : new byte[Math.max(wanted, there + 1)];
        System.arraycopy(buffer, at, next, 0, there);
        buffer = next;
        at = 0;
        end = there;
    }

    private byte[] take(int count) {
        if (at == 0 && count == buffer.length) {
            byte[] whole = buffer;
            buffer = NOTHING;
            end = 0;
            return whole;
        }
        byte[] taken = Arrays.copyOfRange(buffer, at, at + count);
        at += count;
        return taken;
    }

    /** How long each further read waits, 0 for ever. */
    void timeout(int millis) throws IOException {
        connection.timeout(millis);
    }

    private void rethrow() throws IOException {
        IOException thrown = broken;
        broken = null;
        if (thrown != null) {
            throw thrown;
        }
    }

    void close() throws IOException {
        complete = true;
        at = end;
        answers.close(connection);
    }
}
