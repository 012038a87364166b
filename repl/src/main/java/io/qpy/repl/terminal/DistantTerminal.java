package io.qpy.repl.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Size;
import org.jline.terminal.impl.ExternalTerminal;

/**
 * A terminal of another process's, which has made it raw: keys come and characters go as they are, and what a terminal's
 * driver does with them is done here. The other process tells of what only the terminal's own processes hear of.
 */
final class DistantTerminal extends ExternalTerminal {
    private final Runnable suspend;

    /**
     * Takes the terminal.
     *
     * @param type as the variable TERM names it
     * @param suspend has the other process stop itself, as Ctrl-Z does; it tells when it {@linkplain #continued() goes on}
     */
    DistantTerminal(String type, Size size, InputStream keys, OutputStream characters, Runnable suspend)
            throws IOException {
        // Paused, until all of this object is there.
        super(null, "qpy", type, keys, characters, StandardCharsets.UTF_8, SignalHandler.SIG_DFL, true, null, size);
        this.suspend = suspend;
        setGraphemeClusterMode(true, true);
        resume();
    }

    /** The window has another size. */
    void resized(Size size) {
        setSize(size);
        raise(Signal.WINCH);
    }

    /** The other process goes on after it was stopped. */
    void continued() {
        raise(Signal.CONT);
    }

    /** Somebody sent the other process an interrupt. */
    void interrupted() {
        raise(Signal.INT);
    }

    @Override
    public void raise(Signal signal) {
        if (signal == Signal.TSTP) {
            suspend.run();
        } else {
            super.raise(signal);
        }
    }
}
