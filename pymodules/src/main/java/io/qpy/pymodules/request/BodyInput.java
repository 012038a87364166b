package io.qpy.pymodules.request;

import java.io.IOException;

/** The body of an answer, as bytes: what tells where it ends is taken out. */
final class BodyInput {
    private final AnswerInput in;
    private final boolean chunked;
    private final boolean measured; // in chunks each of them is
    private long left; // until the end, of the body or of the chunk
    private boolean begun; // a chunk, at whose end a line's end stands
    private boolean complete;

    /** @param bodyless whether the answer has no body whatever its head says, as one to HEAD */
    BodyInput(AnswerInput in, AnswerHead head, boolean bodyless) {
        this.in = in;
        boolean none = bodyless || head.hasNoBody();
        chunked = !none && head.isChunked();
        long length = none ? 0 : head.length();
        measured = chunked || length >= 0;
        left = chunked ? 0 : Math.max(0, length);
        complete = !chunked && length == 0;
    }

    /** Whether nothing follows. */
    boolean isComplete() {
        return complete;
    }

    /** How many bytes follow as far as the server has told; 0 where it has not. */
    long left() {
        return chunked ? 0 : left;
    }

    /**
     * Reads some bytes; -1 at the end, after which {@link #isComplete} is true.
     *
     * @throws IOException also where the connection ends before the body does
     */
    int read(byte[] bytes, int offset, int length) throws IOException {
        if (chunked && left == 0 && !complete) {
            nextChunk();
        }
        if (complete) {
            return -1;
        }
        return measured ? readMeasured(bytes, offset, length) : readUnmeasured(bytes, offset, length);
    }

    private int readMeasured(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, (int) Math.min(left, length));
        if (count < 0) {
            throw AnswerInput.unexpectedEnd();
        }
        left -= count;
        complete = !chunked && left == 0;
        return count;
    }

    private int readUnmeasured(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        complete = count < 0;
        return count;
    }

    private void nextChunk() throws IOException {
        if (begun) {
            in.endChunk();
        }
        begun = true;
        left = in.chunkSize();
        if (left == 0) {
            in.endChunks();
            complete = true;
        }
    }
}
