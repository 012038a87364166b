package io.qpy.cli;

import io.qpy.repl.terminal.DistantTerminal;
import io.qpy.repl.terminal.Seat;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jline.terminal.Size;

/** The terminal that the launcher was called at; it makes it raw when asked, and puts it right when the call has ended. */
final class CallersSeat implements Seat {
    private final Caller caller;
    private final Terminal lines;
    private final Map<String, String> environment;
    private final CompletableFuture<Size> raw = new CompletableFuture<>();
    private DistantTerminal terminal;

    CallersSeat(Caller caller, Terminal lines) throws IOException {
        this.caller = caller;
        this.lines = lines;
        environment = caller.environment();
    }

    /** Rows and columns, as stty writes them. */
    private static Size size(String text) {
        String[] numbers = text.split(" ", -1);
        int rows = Integer.parseInt(numbers[0]);
        int columns = Integer.parseInt(numbers[1]);
        return rows == 0 || columns == 0 ? Seat.USUAL_SIZE : Size.of(columns, rows);
    }

    @Override
    public org.jline.terminal.Terminal open() throws IOException {
        caller.takeScreen();
        Size size = raw.join();
        synchronized (this) {
            terminal = new DistantTerminal(environment("TERM"), size, lines.input(), lines.output(), caller::suspend);
            terminal.setEnv(this::environmentForJline);
            return terminal;
        }
    }

    @Override
    public String environment(String name) {
        return environment.get(name);
    }

    @Override
    public void abandon(int exitCode) {
        try {
            caller.answer(exitCode);
        } catch (IOException e) {
            // The launcher is gone.
        }
        Runtime.getRuntime().halt(exitCode);
    }

    /** The launcher has done what it was asked. */
    void isRaw(String size) {
        raw.complete(size(size));
    }

    synchronized void resized(String newSize) {
        if (terminal != null) {
            terminal.resized(size(newSize));
        }
    }

    synchronized void continued() {
        if (terminal != null) {
            terminal.continued();
        }
    }

    /** Somebody sent the launcher an interrupt; whether a prompt has it now. */
    synchronized boolean interrupted() {
        if (terminal != null) {
            terminal.interrupted();
        }
        return terminal != null;
    }
}
