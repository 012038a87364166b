package io.qpy.testing;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What a device prints: its beginning, and how much more there was. */
final class Recording extends OutputStream {
    /** In bytes. */
    private static final int KEPT = 1 << 20;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long discarded;

    @Override
    public synchronized void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        int room = Math.min(length, KEPT - kept.size());
        kept.write(bytes, offset, room);
        discarded += length - room;
    }

    /** What was printed so far, with one kind of line end. */
    synchronized String text() {
        String text = kept.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
        return discarded == 0 ? text : text + "\n… and " + discarded + " more bytes\n";
    }
}
