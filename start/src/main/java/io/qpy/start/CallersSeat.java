package io.qpy.start;

import io.qpy.repl.terminal.DistantSeat;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The terminal that the launcher was called at; it makes it raw when asked, and puts it right when the call has ended. */
final class CallersSeat extends DistantSeat {
    private final Caller caller;
    private final Terminal lines;
    private final Map<String, String> environment;
    private final CompletableFuture<Window> raw = new CompletableFuture<>();

    CallersSeat(Caller caller, Terminal lines) throws IOException {
        this.caller = caller;
        this.lines = lines;
        environment = caller.environment();
    }

    /** Rows and columns, as stty writes them. */
    private static Window window(String size) {
        String[] numbers = size.split(" ", -1);
        return new Window(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    }

    @Override
    protected Window takeScreen() {
        caller.takeScreen();
        return raw.join();
    }

    /** The launcher has done what it was asked. */
    void isRaw(String size) {
        raw.complete(window(size));
    }

    void resized(String size) {
        resized(window(size));
    }

    @Override
    protected InputStream keys() {
        return lines.input();
    }

    @Override
    protected OutputStream characters() {
        return lines.output();
    }

    @Override
    protected void suspend() {
        caller.suspend();
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
}
