package io.qpy.repl.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;

/** A terminal of another process's, which leaves to this one what a terminal's driver does. */
public abstract class DistantSeat implements Seat {
    /** How large it is; 0 where it does not say. */
    public record Window(int rows, int columns) {
        private Size size() {
            return rows == 0 || columns == 0 ? USUAL_SIZE : Size.of(columns, rows);
        }
    }

    private DistantTerminal terminal;

    /** Has the other process make the terminal raw; waits until it has. */
    protected abstract Window takeScreen();

    protected abstract InputStream keys();

    protected abstract OutputStream characters();

    /** Has the other process stop itself, as Ctrl-Z does. */
    protected abstract void suspend();

    @Override
    public final Terminal open() throws IOException {
        Size size = takeScreen().size();
        synchronized (this) {
            terminal = new DistantTerminal(environment("TERM"), size, keys(), characters(), this::suspend);
            terminal.setEnv(this::environmentForJline);
            return terminal;
        }
    }

    /** The window has another size. */
    public final synchronized void resized(Window window) {
        if (terminal != null) {
            terminal.resized(window.size());
        }
    }

    /** The other process goes on after it was stopped. */
    public final synchronized void continued() {
        if (terminal != null) {
            terminal.continued();
        }
    }

    /** Somebody sent the other process an interrupt; whether a prompt has it now. */
    public final synchronized boolean interrupted() {
        if (terminal != null) {
            terminal.interrupted();
        }
        return terminal != null;
    }
}
