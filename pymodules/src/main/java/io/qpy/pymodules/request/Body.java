package io.qpy.pymodules.request;

import io.qpy.device.Helpers;
import java.io.IOException;
import java.util.concurrent.Callable;
import okio.BufferedSource;

/** The body of an answer, taken from the connection as the script asks for it. */
final class Body {
    private final Transfer transfer;
    private final BufferedSource source;
    private final Helpers helpers;
    private boolean complete;
    private IOException broken;

    Body(Transfer transfer, Helpers helpers) {
        this.transfer = transfer;
        this.source = transfer.source();
        this.helpers = helpers;
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

    /** Only what is not in the buffer yet needs the connection, and so another thread. */
    private void await(int most) {
        Callable<Boolean> arrival = () -> source.request(most);
        complete = true; // and stays so where the wait is interrupted
        try {
            complete = !helpers.call(Exchange.THREAD, arrival, transfer.socket());
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
        transfer.close();
    }
}
