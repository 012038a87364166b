package io.qpy.pymodules.request;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

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

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int start = offset;
        while (line != null && start < offset + length) {
            if (bytes[start++] == '\n') {
                out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
                line = null;
            }
        }
        out.write(bytes, start, offset + length - start);
    }
}
