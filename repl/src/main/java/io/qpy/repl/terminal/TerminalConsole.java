package io.qpy.repl.terminal;

import io.qpy.device.Notice;
import io.qpy.device.console.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The console of a device whose prompt is on a terminal. It can be handed to the device before there is a screen. */
public final class TerminalConsole {
    private final Queue<Notice> early = new ConcurrentLinkedQueue<>();
    private volatile Screen screen;
    private byte[] typed = new byte[0];
    private int position;

    /** What the device gets. */
    public Console console() {
        OutputStream output = new Output();
        return new Console(new Input(), output, output, "\n", this::read);
    }

    /** Shows a line of qpy's own. */
    public void say(Notice notice) {
        Screen current = screen;
        if (current != null) {
            current.print("qpy: " + notice + "\n");
        } else {
            early.add(notice);
        }
    }

    void show(Screen newScreen) {
        screen = newScreen;
        early.forEach(this::say);
    }

    private String read(String prompt) throws InterruptedException {
        return screen == null ? null : screen.ask(prompt);
    }

    private final class Output extends OutputStream {
        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            Screen current = screen;
            if (current != null) {
                current.print(bytes, offset, length);
            }
        }
    }

    /** The bytes of the lines that are typed while a script reads them. */
    private final class Input extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (position == typed.length && !next()) {
                return -1;
            }
            int some = Math.min(length, typed.length - position);
            System.arraycopy(typed, position, target, offset, some);
            position += some;
            return some;
        }

        private boolean next() throws IOException {
            try {
                String line = TerminalConsole.this.read("");
                typed = line == null ? new byte[0] : (line + "\n").getBytes(StandardCharsets.UTF_8);
                position = 0;
                return typed.length > 0;
            } catch (InterruptedException e) {
                throw new java.io.InterruptedIOException("interrupted");
            }
        }
    }
}
