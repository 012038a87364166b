package io.qpy.start;

import io.qpy.repl.terminal.DistantSeat;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A terminal at which nobody sits: a few statements are typed, one is completed, and the prompt is left. */
final class TrainingSeat extends DistantSeat {
    private static final String KEYS = "import utime\r" // a statement
            + "def f(x):\rreturn x\r\r" // a block
            + "f(1)\r" // an expression
            + "utime.sleep\t\t\u0015" // a completion, its menu; then the line is emptied
            + "1 / 0\r" // a traceback
            + "\u0018"; // Ctrl-X

    private final Path history;

    TrainingSeat(Path history) {
        this.history = history;
    }

    @Override
    protected Window takeScreen() {
        return new Window(24, 80);
    }

    @Override
    protected InputStream keys() {
        return new ByteArrayInputStream(KEYS.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    protected OutputStream characters() {
        return OutputStream.nullOutputStream();
    }

    @Override
    protected void suspend() {}

    @Override
    public String environment(String name) {
        return name.equals("TERM") ? "xterm-256color" : null;
    }

    @Override
    public Path history(Path usual) {
        return history;
    }

    @Override
    public void abandon(int exitCode) {}
}
