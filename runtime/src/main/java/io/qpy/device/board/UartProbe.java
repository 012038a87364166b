package io.qpy.device.board;

import java.util.ArrayList;
import java.util.List;

/** What a test does at the pins of a UART, and sees there. It is there beside what is connected. */
public final class UartProbe {
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
    private final SentBytes sent = new SentBytes();
    private final SentBytes unanswered = new SentBytes();
    private long sentInAll;

    UartProbe(Uart uart) {
        this.uart = uart;
    }

    /** The UART has sent bytes. The last 64 KiB are kept. */
    void sent(byte[] bytes) {
        List<byte[]> answers = new ArrayList<>();
        synchronized (this) {
            sent.add(bytes);
            sentInAll += bytes.length;
            if (!responses.isEmpty()) {
                unanswered.add(bytes);
            }
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
            int at = unanswered.endOf(each.pattern);
            if (at >= 0 && at < end) {
                first = each;
                end = at;
            }
        }
        if (first != null) {
            unanswered.skip(end);
        }
        return first;
    }

    /** Returns what the UART has sent and nobody has taken. */
    public synchronized byte[] present() {
        return sent.last(sent.count());
    }

    /** How many bytes the UART has sent since the device was switched on. */
    public synchronized long sentInAll() {
        return sentInAll;
    }

    /** Returns what it has sent after so many bytes, as far as it is kept, and nobody has taken it. */
    public synchronized byte[] since(long count) {
        return sent.last((int) Math.min(sent.count(), sentInAll - count));
    }

    /** Takes so many bytes; null if there are not so many yet. */
    public synchronized byte[] take(int count) {
        return sent.count() < count ? null : sent.take(count);
    }

    /** Takes all up to and with a pattern; null if it is not there yet. */
    public synchronized byte[] takeUntil(byte[] pattern) {
        int end = sent.endOf(pattern);
        return end < 0 ? null : sent.take(end);
    }

    /** Has the UART receive bytes each time when it has sent a pattern, from now on. */
    public synchronized void respond(byte[] pattern, byte[] answer) {
        responses.add(new Response(pattern, answer));
    }

    synchronized void clear() {
        responses.clear();
        sent.clear();
        unanswered.clear();
    }
}
