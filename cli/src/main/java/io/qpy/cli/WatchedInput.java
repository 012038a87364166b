package io.qpy.cli;

import io.qpy.device.console.Keys;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;

/**
 * A call's input, for one run after the other. A read of the input itself cannot be interrupted, so one thread reads it, from the
 * first read on; a run's read ends with the run, and takes nothing from the next.
 */
final class WatchedInput {
    private static final int BLOCK = 4096;

    private final InputStream input;
    private Keys keys;

    WatchedInput(InputStream input) {
        this.input = input;
    }

    private synchronized Keys keys() {
        if (keys == null) {
            keys = new Keys();
            Thread reader = new Thread(this::pump, "qpy-watch-input");
            reader.setDaemon(true);
            reader.start();
        }
        return keys;
    }

    private void pump() {
        byte[] block = new byte[BLOCK];
        try {
            for (int count = input.read(block); count > 0; count = input.read(block)) {
                keys().put(block, 0, count);
            }
        } catch (IOException | InterruptedException e) {
            // What cannot be read any more is at its end.
        }
        keys().end();
    }

    /** The input of a run, which is at its end when the run has ended. */
    InputStream until(CompletableFuture<?> end) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                CompletableFuture.anyOf(keys().arrival(), end).join();
                try {
                    return end.isDone() ? -1 : keys().take(target, offset, length);
                } catch (InterruptedException e) {
                    throw new InterruptedIOException("interrupted");
                }
            }
        };
    }
}
