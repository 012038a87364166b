package io.qpy.pymodules.request;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes another head than the one it is given, and everything after that head as it comes. */
final class HeadOutput extends FilterOutputStream {
    private static final byte[] END = {'\r', '\n', '\r', '\n'};

    private byte[] head;
    private int matched; // of END

    HeadOutput(OutputStream out, byte[] head) {
        super(out);
        this.head = head;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /** In one write with what follows it: a server would otherwise be woken twice. */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (head == null) {
            out.write(bytes, offset, length);
            return;
        }
        int start = offset;
        int end = offset + length;
        while (start < end && matched < END.length) {
            byte next = bytes[start++];
            matched = next == END[matched] ? matched + 1 : next == END[0] ? 1 : 0;
        }
        if (matched == END.length) {
            byte[] whole = new byte[head.length + end - start];
            System.arraycopy(head, 0, whole, 0, head.length);
            System.arraycopy(bytes, start, whole, head.length, end - start);
            head = null;
            out.write(whole, 0, whole.length);
        }
    }
}
