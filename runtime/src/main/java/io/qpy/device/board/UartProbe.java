package io.qpy.device.board;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a test does at the pins of a UART, and sees there. It is there beside what is connected. */
public final class UartProbe {
    private static final int MOST_KEPT = 64 * 1024;

    /** Bytes that are answered, and with what. */
    private static final class Response {
        private final byte[] pattern;
        private final byte[] answer;

        Response(byte[] pattern, byte[] answer) {
            this.pattern = pattern;
            this.answer = answer;
        }
    }

    private final Uart uart;
    private final List<Response> responses = new ArrayList<>();
    private byte[] sent = {};
    private byte[] unanswered = {};

    UartProbe(Uart uart) {
        this.uart = uart;
    }

    /** The UART has sent bytes. The last 64 KiB are kept. */
    void sent(byte[] bytes) {
        List<byte[]> answers = new ArrayList<>();
        synchronized (this) {
            sent = joined(sent, bytes);
            unanswered = responses.isEmpty() ? new byte[0] : joined(unanswered, bytes);
            for (Response due = next(); due != null; due = next()) {
                answers.add(due.answer);
            }
        }
        answers.forEach(uart::receive);
    }

    /** The response to what stands first in what was sent, which is taken out; null for none. */
    private Response next() {
        Response first = null;
        int end = Integer.MAX_VALUE;
        for (Response each : responses) {
            int at = indexOf(unanswered, each.pattern);
            if (at >= 0 && at + each.pattern.length < end) {
                first = each;
                end = at + each.pattern.length;
            }
        }
        if (first != null) {
            unanswered = Arrays.copyOfRange(unanswered, end, unanswered.length);
        }
        return first;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first);
        all.writeBytes(second);
        byte[] bytes = all.toByteArray();
        return bytes.length <= MOST_KEPT ? bytes : Arrays.copyOfRange(bytes, bytes.length - MOST_KEPT, bytes.length);
    }

    private static int indexOf(byte[] bytes, byte[] pattern) {
        for (int at = 0; at + pattern.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + pattern.length, pattern, 0, pattern.length)) {
                return at;
            }
        }
        return -1;
    }

    /** Returns what the UART has sent and nobody has taken. */
    public synchronized byte[] present() {
        return sent.clone();
    }

    /** Takes so many bytes; null if there are not so many yet. */
    public synchronized byte[] take(int count) {
        return sent.length < count ? null : cut(count);
    }

    /** Takes all up to and with a pattern; null if it is not there yet. */
    public synchronized byte[] takeUntil(byte[] pattern) {
        int at = indexOf(sent, pattern);
        return at < 0 ? null : cut(at + pattern.length);
    }

    private byte[] cut(int count) {
        byte[] taken = Arrays.copyOf(sent, count);
        sent = Arrays.copyOfRange(sent, count, sent.length);
        return taken;
    }

    /** Has the UART receive bytes each time when it has sent a pattern, from now on. */
    public synchronized void respond(byte[] pattern, byte[] answer) {
        responses.add(new Response(pattern, answer));
    }

    synchronized void clear() {
        responses.clear();
        sent = new byte[0];
        unanswered = new byte[0];
    }
}
