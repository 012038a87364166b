package io.qpy.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What a block prints: all of it where that is little, else its beginning and its end. */
final class CapturedOutput extends OutputStream {
    /** In bytes, of the beginning and of the end each. */
    private static final int KEPT = 1 << 18;

    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
    private final byte[] end = new byte[KEPT];
    private long further; // bytes after the beginning; the last of them are in the ring "end"

    @Override
    public synchronized void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        int room = Math.min(length, KEPT - beginning.size());
        beginning.write(bytes, offset, room);
        for (int i = offset + Math.max(room, length - KEPT); i < offset + length; i++) {
            end[(int) ((further + i - offset - room) % KEPT)] = bytes[i];
        }
        further += length - room;
    }

    /** What was printed since it was cleared, with one kind of line end. */
    synchronized String text() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(beginning.toByteArray());
        if (further > KEPT) {
            all.writeBytes(("\n… and " + (further - KEPT) + " more bytes\n").getBytes(StandardCharsets.UTF_8));
        }
        for (long i = Math.max(0, further - KEPT); i < further; i++) {
            all.write(end[(int) (i % KEPT)]);
        }
        return all.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    synchronized void clear() {
        beginning.reset();
        further = 0;
    }
}
