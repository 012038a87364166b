package io.qpy.pymodules.request;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a server sends: heads, lines, and bytes. */
final class AnswerInput {
    private static final int MOST_BYTES = 256 * 1024; // of all lines, and so of a head
    private static final int MOST_SHOWN = 60;
    private static final int BLOCK = 8192;

    private final InputStream in;
    private final byte[] block = new byte[BLOCK];
    private int at;
    private int end;
    private int left; // of MOST_BYTES

    AnswerInput(InputStream in) {
        this.in = in;
    }

    /** The head of the answer itself; those before it, such as {@code 100 Continue}, are skipped. */
    AnswerHead head() throws IOException {
        left = MOST_BYTES;
        AnswerHead next = nextHead();
        while (next.isInterim()) {
            next = nextHead();
        }
        return next;
    }

    private AnswerHead nextHead() throws IOException {
        String first = line();
        if (first == null) {
            throw unexpectedEnd();
        }
        if (AnswerHead.of(first, List.of()) == null) {
            throw new ProtocolException("this is not HTTP: '" + shown(first) + "'");
        }
        return AnswerHead.of(first, lines());
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        String line = line();
        while (line != null && !line.isEmpty()) {
            lines.add(line);
            line = line();
        }
        return lines;
    }

    /** The size of the next chunk, from its line; 0 is the last one's. */
    long chunkSize() throws IOException {
        left = MOST_BYTES;
        String line = line();
        if (line == null) {
            throw unexpectedEnd();
        }
        int end = line.indexOf(';');
        String size = (end < 0 ? line : line.substring(0, end)).strip();
        try {
            long bytes = size.startsWith("+") ? -1 : Long.parseLong(size, 16);
            if (bytes >= 0) {
                return bytes;
            }
        } catch (NumberFormatException e) {
            // It is told below.
        }
        throw new ProtocolException("a chunk of the answer begins with '" + shown(line) + "' in place of its size");
    }

    /** Skips the end of a chunk. */
    void endChunk() throws IOException {
        String line = line();
        if (line == null) {
            throw unexpectedEnd();
        }
    }

    /** Skips what follows the last chunk. */
    void endChunks() throws IOException {
        List<String> ignored = lines();
    }

    /** Reads some bytes; -1 at the connection's end. */
    int read(byte[] bytes, int offset, int length) throws IOException {
        if (at == end) {
            return in.read(bytes, offset, length);
        }
        int count = Math.min(length, end - at);
        System.arraycopy(block, at, bytes, offset, count);
        at += count;
        return count;
    }

    static ProtocolException unexpectedEnd() {
        return new ProtocolException("unexpected end of stream");
    }

    private static String shown(String line) {
        String cut = line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) + "..." : line;
        return cut.replaceAll("[^ -~]", "?");
    }

    /** A line without its end; null where the connection ends before it. */
    private String line() throws IOException {
        if (at == end && !fill()) {
            return null;
        }
        int start = at;
        while (at < end && block[at] != '\n') {
            at++;
        }
        if (at < end) {
            count(at - start + 1);
            return text(block, start, at++ - start);
        }
        return longLine(start);
    }

    /** A line that the block ends amid. */
    private String longLine(int start) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.write(block, start, end - start);
        count(end - start);
        while (fill()) {
            int from = at;
            while (at < end && block[at] != '\n') {
                at++;
            }
            line.write(block, from, at - from);
            count(at - from + 1);
            if (at < end) {
                at++;
                break;
            }
        }
        return text(line.toByteArray(), 0, line.size());
    }

    private static String text(byte[] bytes, int offset, int length) {
        return new String(bytes, offset, length, StandardCharsets.ISO_8859_1).replace("\r", "");
    }

    private void count(int bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new ProtocolException("the head of the answer has more than " + MOST_BYTES / 1024 + " KB");
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(block, 0, BLOCK));
        return end > 0;
    }
}
