package io.qpy.runtime;

import io.qpy.device.DeviceError;
import io.qpy.device.Waits;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The console's input for a script. The stream itself may block where nothing can interrupt it, so a thread of its own
 * reads it, from the first {@code input()} on; the script waits where Ctrl-C wakes it.
 */
final class ConsoleInput extends InputStream {
    private static final byte[] END = new byte[0];

    private final InputStream in;
    private final Waits waits;
    private final BlockingQueue<byte[]> chunks = new LinkedBlockingQueue<>();
    private Thread reader;
    private byte[] chunk = END;
    private int position;
    private boolean ended;

    ConsoleInput(InputStream in, Waits waits) {
        this.in = in;
        this.waits = waits;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) throws IOException {
        if (position == chunk.length && !next()) {
            return -1;
        }
        int count = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean next() throws IOException {
        if (ended) {
            return false;
        }
        startReader();
        try {
            chunk = waits.call(chunks::take);
        } catch (DeviceError e) {
            throw new InterruptedIOException("interrupted");
        }
        position = 0;
        ended = chunk.length == 0;
        return !ended;
    }

    private void startReader() {
        if (reader == null) {
            reader = new Thread(this::pump, "qpy-input");
            reader.setDaemon(true);
            reader.start();
        }
    }

    private void pump() {
        byte[] buffer = new byte[4096];
        try {
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                chunks.add(Arrays.copyOf(buffer, count));
            }
        } catch (IOException e) {
            // A console that cannot be read any more is at its end.
        }
        chunks.add(END);
    }
}
