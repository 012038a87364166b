package io.qpy.repl;

import io.qpy.device.console.Keys;
import java.io.IOException;
import java.io.InputStream;

/** Brings what is typed at a terminal, or comes from a pipe, to a device's console. */
public final class TypedLines {
    private TypedLines() {}

    /**
     * Reads a stream from now on. At a terminal the end of the input is Ctrl-D, and is the real end when it comes twice
     * in a row; a pipe ends once.
     */
    public static Keys of(InputStream in, boolean terminal) {
        Keys keys = new Keys();
        Thread reader = new Thread(() -> pump(in, keys, terminal), "qpy-input");
        reader.setDaemon(true);
        reader.start();
        return keys;
    }

    private static void pump(InputStream in, Keys keys, boolean terminal) {
        byte[] buffer = new byte[4096];
        boolean again = terminal;
        try {
            while (true) {
                int count = in.read(buffer);
                if (count > 0) {
                    keys.put(buffer, 0, count);
                    again = terminal;
                } else if (again) {
                    keys.hangUp();
                    again = false;
                } else {
                    break;
                }
            }
        } catch (IOException | InterruptedException e) {
            // What cannot be read any more is at its end.
        }
        keys.end();
    }
}
