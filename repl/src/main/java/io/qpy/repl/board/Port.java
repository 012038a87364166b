package io.qpy.repl.board;

import io.qpy.device.console.Console;
import io.qpy.device.console.Keys;
import io.qpy.serial.Outbox;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The serial port of a device, to which one client at a time is attached. The device does not notice who it is, nor that
 * there is none.
 */
public final class Port {
    private static final int ENCODED_BYTES = 8 * 1024;

    private final Keys keys = new Keys();
    private final Outbox outbox = new Outbox();
    private final LineEditor editor = new LineEditor(this);
    private final OutputStream output;
    private final ByteBuffer encoded = ByteBuffer.allocate(ENCODED_BYTES);
    private final CharsetEncoder encoder = StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private volatile Runnable interrupt;

    /** A port to which clients come and go. */
    public Port() {
        output = outbox;
    }

    /** A port whose one client is always there. */
    Port(OutputStream client) {
        output = client;
    }

    /** What the device's console is when this is its port. */
    public Console console() {
        return new Console(keys, output, output, "\r\n", editor::ask);
    }

    /** Lets a client in; false when there is one already. */
    public boolean attach(OutputStream client) {
        return outbox.attach(client, false);
    }

    /** Attaches a line at whose other end there may be a client. */
    public void attachLine(OutputStream line) {
        outbox.attach(line, true);
    }

    /** A client is gone: the prompt starts anew, a script that runs goes on. */
    public void detach(OutputStream client) {
        outbox.detach(client);
        keys.hangUp();
    }

    /**
     * Takes what the client has sent. While code runs, the interrupt character interrupts it.
     *
     * @return whether there was room for all of it
     */
    public boolean received(byte[] bytes, int offset, int length) {
        int from = offset;
        for (int i = offset; i < offset + length; i++) {
            Runnable running = interrupt;
            if (running != null && (bytes[i] & 0xff) == keys.interruptCharacter()) {
                keys.offer(bytes, from, i - from);
                outbox.clear();
                running.run();
                from = i + 1;
            }
        }
        return keys.offer(bytes, from, offset + length - from);
    }

    /** No client will come any more. */
    public void close() {
        keys.end();
    }

    /** What the interrupt character does from now on; null where it is a character like any other. */
    void onInterrupt(Runnable action) {
        interrupt = action;
    }

    Keys keys() {
        return keys;
    }

    LineEditor editor() {
        return editor;
    }

    void write(String text) {
        writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a part of a text, without a copy of it: a long line is drawn anew with each key. */
    void write(CharSequence text, int from, int to) {
        CharBuffer part = CharBuffer.wrap(text, from, to);
        encoder.reset();
        boolean isMore = part.hasRemaining();
        while (isMore) {
            isMore = encoder.encode(part, encoded.clear(), true).isOverflow();
            writeBytes(encoded.array(), encoded.position());
        }
    }

    void writeBytes(byte... bytes) {
        writeBytes(bytes, bytes.length);
    }

    private void writeBytes(byte[] bytes, int count) {
        try {
            output.write(bytes, 0, count);
            output.flush();
        } catch (IOException e) {
            keys.end();
        }
    }

    /** Writes text whose lines end with {@code \n}. */
    void writeLines(String text) {
        write(text.replace("\n", "\r\n"));
    }
}
