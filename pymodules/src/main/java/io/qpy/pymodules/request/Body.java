package io.qpy.pymodules.request;

import io.qpy.device.time.Waits;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okio.BufferedSource;

/** The body of an answer, taken from the connection as the script asks for it. */
final class Body {
    private final Transfer transfer;
    private final BufferedSource source;
    private final OpenAnswers answers;
    private final Waits waits;
    private boolean complete;
    private IOException broken;

    Body(Transfer transfer, OpenAnswers answers, Waits waits) {
        this.transfer = transfer;
        this.answers = answers;
        this.source = transfer.source();
        this.waits = waits;
    }

    /**
     * So many bytes, fewer only where the body ends, and none after that; waits for them.
     *
     * @throws IOException once, after what came, where the connection broke
     */
    byte[] read(int most) throws IOException {
        if (!complete && source.getBuffer().size() < most) {
            await(most);
        }
        if (source.getBuffer().size() == 0) {
            close();
            rethrow();
        }
        return source.getBuffer()
                .readByteArray(Math.min(most, source.getBuffer().size()));
    }

    /** How many bytes are there in whole pieces of a size; at least that size. */
    int whole(int size) {
        long there = source.getBuffer().size();
        return size <= 0 || there < size ? size : (int) Math.min(there - there % size, Integer.MAX_VALUE);
    }

    /** How many bytes can be read without a wait. */
    int there() {
        return (int) Math.min(source.getBuffer().size(), Integer.MAX_VALUE);
    }

    /** How long each further read waits, 0 for ever. */
    void timeout(int millis) throws IOException {
        source.timeout().timeout(millis, TimeUnit.MILLISECONDS);
        transfer.socket().timeout(millis);
    }

    private void await(int most) {
        complete = true; // and stays so where the wait is interrupted
        try {
            complete = !waits.work(() -> source.request(most), transfer.socket());
        } catch (IOException e) {
            broken = e;
        }
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
        answers.close(transfer);
    }
}
