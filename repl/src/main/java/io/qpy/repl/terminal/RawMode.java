package io.qpy.repl.terminal;

import io.qpy.repl.Protection;
import io.qpy.repl.board.RawTerminal;
import io.qpy.runtime.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;

/** Ctrl-A at the prompt: the terminal speaks the raw REPL, until Ctrl-B. */
final class RawMode {
    private static final int LOOK_MILLIS = 50;

    private final Terminal terminal;
    private final RawTerminal raw;
    private volatile boolean done;

    RawMode(Terminal terminal, Session session, Protection protection) {
        this.terminal = terminal;
        raw = new RawTerminal(terminal.output(), session, protection);
    }

    /** Serves the terminal on this thread; whether a soft reset is wanted then. */
    boolean run() {
        Attributes before = terminal.enterRawMode();
        Attributes noSignals = new Attributes(terminal.getAttributes());
        noSignals.setLocalFlag(Attributes.LocalFlag.ISIG, false);
        terminal.setAttributes(noSignals);
        Thread keys = new Thread(this::pump, "qpy-raw-input");
        keys.setDaemon(true);
        keys.start();
        try {
            return raw.run();
        } catch (InterruptedException e) {
            return false;
        } finally {
            done = true;
            join(keys);
            terminal.setAttributes(before);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pump() {
        try {
            while (!done) {
                int c = terminal.reader().read(LOOK_MILLIS);
                if (c >= 0) {
                    raw.received(String.valueOf((char) c).getBytes(StandardCharsets.UTF_8));
                } else if (c != NonBlockingReader.READ_EXPIRED) {
                    raw.close();
                    return;
                }
            }
        } catch (IOException e) {
            raw.close();
        }
    }
}
