package io.qpy.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What a device prints: the beginning, and how much more there was; shown meanwhile to whom it may concern. */
final class Recording extends OutputStream {
    /** In bytes. */
    private static final int KEPT = 1 << 20;

    private final OutputStream shown;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long discarded;

    Recording(OutputStream shown) {
        this.shown = shown;
    }

    @Override
    public synchronized void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        int room = Math.min(length, KEPT - kept.size());
        kept.write(bytes, offset, room);
        discarded += length - room;
        shown.write(bytes, offset, length);
    }

    /** What was printed so far, with one kind of line end. */
    synchronized String text() {
        String text = kept.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
        return discarded == 0 ? text : text + "\n… and " + discarded + " more bytes\n";
    }

    /** Forgets it: the next test begins. */
    synchronized void clear() {
        kept.reset();
        discarded = 0;
    }
}
