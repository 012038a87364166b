package io.qpy.pymodules.request;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Keeps the head of an answer as received, and hands on {@link AnswerHead#framing} and then the body. A head of the
 * server's own never reaches OkHttp.
 */
final class HeadInput extends FilterInputStream {
    /** Of all lines of a head: what OkHttp allows too. */
    private static final int MOST_BYTES = 256 * 1024;

    private static final int MOST_SHOWN = 60;
    private static final int BLOCK = 8192;

    private final boolean bodyless;
    private final byte[] block = new byte[BLOCK];
    private int at;
    private int end;
    private int left = MOST_BYTES;
    private byte[] pending; // what is left of the framing
    private volatile AnswerHead head;

    /** @param bodyless whether the answer has no body whatever its head says, as one to HEAD */
    HeadInput(InputStream in, boolean bodyless) {
        super(in);
        this.bodyless = bodyless;
    }

    /** Null until it has come. */
    AnswerHead head() {
        return head;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (head == null) {
            head = finalHead();
            if (head == null) {
                return -1;
            }
            return replay(head.framing(bodyless), bytes, offset, length);
        }
        return pending != null ? replay(pending, bytes, offset, length) : body(bytes, offset, length);
    }

    private int replay(byte[] framing, byte[] bytes, int offset, int length) {
        int count = Math.min(length, framing.length);
        System.arraycopy(framing, 0, bytes, offset, count);
        pending = count == framing.length ? null : Arrays.copyOfRange(framing, count, framing.length);
        return count;
    }

    private int body(byte[] bytes, int offset, int length) throws IOException {
        if (at == end) {
            return in.read(bytes, offset, length);
        }
        int count = Math.min(length, end - at);
        System.arraycopy(block, at, bytes, offset, count);
        at += count;
        return count;
    }

    /** Null where the connection ends before anything comes. */
    private AnswerHead finalHead() throws IOException {
        AnswerHead next = nextHead();
        while (next != null && next.isInterim()) {
            next = nextHead();
        }
        return next;
    }

    private AnswerHead nextHead() throws IOException {
        String first = line();
        if (first == null) {
            return null;
        }
        List<String> lines = new ArrayList<>();
        if (AnswerHead.of(first, lines) == null) {
            throw new ProtocolException("this is not HTTP: '" + shown(first) + "'");
        }
        String line = line();
        while (line != null && !line.isEmpty()) {
            lines.add(line);
            line = line();
        }
        return AnswerHead.of(first, lines);
    }

    private static String shown(String line) {
        String cut = line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) + "..." : line;
        return cut.replaceAll("[^ -~]", "?");
    }

    /** A line without its end; null where the connection ends before it. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = octet();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = octet();
        }
        return line.toString(StandardCharsets.ISO_8859_1).replace("\r", "");
    }

    private int octet() throws IOException {
        if (left-- <= 0) {
            throw new ProtocolException("the head of the answer has more than " + MOST_BYTES / 1024 + " KB");
        }
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(block, 0, BLOCK));
            if (end == 0) {
                return -1;
            }
        }
        return block[at++] & 0xFF;
    }
}
