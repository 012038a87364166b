package io.qpy.device.console;

import io.qpy.device.DeviceError;
import io.qpy.device.time.Time;
import io.qpy.device.time.Waits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The console's input for a script. The stream itself may block where nothing can interrupt it, so a thread of its own
 * reads it, from the first read on; the script waits where Ctrl-C wakes it. {@link Keys} need no such thread.
 */
public final class ConsoleInput extends InputStream {
    private final InputStream in;
    private final Waits waits;
    private Keys keys;

    public ConsoleInput(InputStream in, Waits waits) {
        this.in = in;
        this.waits = waits;
    }

    private synchronized Keys keys() {
        if (keys == null) {
            keys = in instanceof Keys there ? there : pumped();
        }
        return keys;
    }

    /** The byte that interrupts a script at a serial console, -1 for none; elsewhere Ctrl-C is a signal of the PC's. */
    public void interruptCharacter(int character) {
        if (in instanceof Keys there) {
            there.interruptCharacter(character);
        }
    }

    private Keys pumped() {
        Keys pumped = new Keys();
        Thread reader = new Thread(() -> pump(pumped), "qpy-input");
        reader.setDaemon(true);
        reader.start();
        return pumped;
    }

    private void pump(Keys target) {
        byte[] buffer = new byte[4096];
        try {
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                target.put(buffer, 0, count);
            }
        } catch (IOException | InterruptedException e) {
            // A console that cannot be read any more is at its end.
        }
        target.end();
    }

    @Override
    public int available() {
        return keys().available();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return waits.outside(() -> keys().take(target, offset, length));
        } catch (DeviceError e) {
            throw new InterruptedIOException("interrupted");
        }
    }

    /** Waits until there is something to read; at most so long, for ever when less than 0. */
    public boolean await(long millis) {
        return waits.await(keys().arrival(), millis < 0 ? Time.FOR_EVER : Time.millis(millis));
    }

    /** The next line without its end; null at the end of the input. */
    public String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = read();
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
