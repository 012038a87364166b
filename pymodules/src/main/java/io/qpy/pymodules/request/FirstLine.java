package io.qpy.pymodules.request;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes another first line than the one it is given, and everything after that line as it comes. */
final class FirstLine extends FilterOutputStream {
    private String line;

    FirstLine(OutputStream out, String line) {
        super(out);
        this.line = line;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /** In one write with what follows it: a server would otherwise be woken twice. */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (line == null) {
            out.write(bytes, offset, length);
            return;
        }
        int end = offset + length;
        int start = offset;
        while (start < end && bytes[start] != '\n') {
            start++;
        }
        if (start < end) {
            byte[] own = (line + "\r").getBytes(StandardCharsets.UTF_8);
            byte[] whole = Arrays.copyOf(own, own.length + end - start);
            System.arraycopy(bytes, start, whole, own.length, end - start);
            line = null;
            out.write(whole, 0, whole.length);
        }
    }
}
